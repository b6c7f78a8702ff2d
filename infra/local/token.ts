import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PartnerKeys } from './seed/seed.ts'
import { signIn } from './sign-in.ts'
import { home, readStackFile, type StackFile } from './stack-file.ts'

try {
  process.stdout.write(`${await credential(process.argv[2] ?? '')}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

/**
 * @param asked `navigator@guelph` for a person's access token; `partner:public-library@guelph`, or without a centre the
 *   first that there is, for a partner's API key.
 * @throws Error in one sentence when the stack is not running, or nobody is called so.
 */
async function credential(asked: string): Promise<string> {
  const stack = await runningStack()
  const [, isPartner, name = '', centre] = /^(partner:)?([a-z-]+)(?:@([a-z0-9-]+))?$/.exec(asked) ?? []
  if (isPartner) return partnerKey(name, centre)
  const person = stack.people.find(({ roles, centreId }) => roles.includes(name) && centreId === centre)
  if (person === undefined) throw new Error(nobody(asked, stack))
  const { issuer, clientId, url } = stack
  const redirectUri = `${url}/auth/callback`
  return (await signIn({ issuer, clientId, redirectUri, subject: person.subject })).accessToken
}

/** @throws Error unless it answers, on this very machine: there is no other place where this sign-in has no password. */
async function runningStack(): Promise<StackFile> {
  const stack = await readStackFile(home)
  const isHere = stack !== undefined && [stack.url, stack.issuer].every((url) => new URL(url).hostname === '127.0.0.1')
  const answers = isHere && (await fetch(`${stack.url}/health`).catch(() => undefined))
  if (!isHere || !answers) throw new Error('The local stack is not running: start it with npm start.')
  return stack
}

async function partnerKey(name: string, centre: string | undefined): Promise<string> {
  const keys = JSON.parse(await readFile(join(home, 'partner-keys.json'), 'utf8')) as PartnerKeys
  const [of = {}] = centre === undefined ? Object.values(keys) : [keys[centre]]
  const key = of[name]
  if (key) return key
  const names = Object.keys(Object.values(keys)[0] ?? {})
  throw new Error(`No partner is called so: ask for one of ${names.join(', ')}, as in partner:${names[0]}@guelph.`)
}

function nobody(asked: string, { people }: StackFile): string {
  const roles = [...new Set(people.flatMap((person) => person.roles))]
  const centres = [...new Set(people.map(({ centreId }) => centreId))]
  return `Nobody is "${asked}": ask for role@centre, as in navigator@guelph. Roles: ${roles.join(', ')}. Centres: ${centres.join(', ')}.`
}
