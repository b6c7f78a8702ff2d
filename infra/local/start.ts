import './quiet.ts'
import { parseArgs } from 'node:util'
import { signInPeople } from './people.ts'
import { type Stack, startStack } from './stack.ts'
import { home, removeStackFile, writeStackFile } from './stack-file.ts'
import { welcome } from './welcome.ts'

/** How long the parts may take to end, before the process does. */
const patience = 1_700

/** How often to look whether npm is still there. */
const vigilance = 200

let stack: Stack | undefined
let isEnding = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
if (process.env.npm_lifecycle_event) endWithParent(process.ppid)

try {
  const { fresh } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } }).values
  stack = await startStack({ directory: home, port: portOf(process.env.PORT), fresh })
  const people = await signInPeople(stack.deps)
  const {
    OIDC_ISSUER: issuer = '',
    OIDC_CLIENT_ID: clientId = '',
    S3_ENDPOINT = '',
    AUDIT_BUCKET = '',
  } = stack.environment
  const archive = { endpoint: S3_ENDPOINT, bucket: AUDIT_BUCKET }
  await writeStackFile(home, { url: stack.url, issuer, clientId, people, archive })
  if (!isEnding) process.stdout.write(welcome(stack.url, people, home))
} catch (error) {
  if (!isEnding) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}

/** Ends with every child, whatever is under way: one that does not end by itself is ended with this process. */
async function end(): Promise<void> {
  if (isEnding || stack === undefined) process.exit(0)
  isEnding = true
  setTimeout(() => process.exit(0), patience)
  await Promise.all([stack.stop(), removeStackFile(home)])
  process.exit(0)
}

/** npm hands a signal to the shell between, which ends without a word. */
function endWithParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent && !isEnding) void end()
  }, vigilance).unref()
}

function portOf(text = '3000'): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port < 65_535) return port
  throw new Error(`PORT is a whole number from 1 to 65534, not "${text}".`)
}
