import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { endLeftOver, endProcess, forget, remember } from './process.ts'

export interface Database {
  /** Base URL for the SDK's clients; any credentials and region will do. */
  readonly endpoint: string
  /** Ends the engine. What was written stays in the folder. */
  stop(): Promise<void>
  /** Keeps writes to tables with a stream fast as records pile up. Does nothing for an engine started elsewhere. */
  optimise(): void
}

/**
 * Starts the DynamoDB-compatible engine on a file in `directory`, on 127.0.0.1, or uses the one that the environment
 * variable DYNAMODB_ENDPOINT names, which is never stopped.
 * @throws Error when the engine has no program for this platform, when another live process runs it on this folder, or
 *   when it ends before it answers (with what it said).
 */
export async function startDatabase(options: { directory: string }): Promise<Database> {
  const elsewhere = process.env.DYNAMODB_ENDPOINT
  if (elsewhere) return { endpoint: elsewhere, stop: async () => {}, optimise: () => {} }
  const program = findProgram()
  const file = databaseFile(options.directory)
  const pidFile = resolve(options.directory, 'dynamodb.pid')
  mkdirSync(options.directory, { recursive: true })
  await endLeftOver(pidFile, file)
  const { child, endpoint } = await launch(program, file, pidFile)
  return {
    endpoint,
    async stop() {
      await endProcess(child)
      forget(pidFile)
    },
    optimise: () => indexStream(file),
  }
}

/** The file that the engine keeps in a folder. */
export function databaseFile(directory: string): string {
  return resolve(directory, 'dynamodb.sqlite')
}

/** @throws Error when the engine has no program for this platform. */
export function findProgram(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide')
  } catch (cause) {
    throw new Error(
      `The local database has no program for ${process.platform} ${process.arch}: set DYNAMODB_ENDPOINT to the URL of DynamoDB Local in Docker or of another DynamoDB-compatible engine.`,
      { cause },
    )
  }
}

async function launch(
  program: string,
  file: string,
  pidFile: string,
): Promise<{ child: ChildProcess; endpoint: string }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = spawn(program, ['--db-path', file, '--port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] })
    remember(pidFile, child)
    const failure = await answers(child, `http://127.0.0.1:${port}`)
    if (failure === undefined) return { child, endpoint: `http://127.0.0.1:${port}` }
    await endProcess(child)
    forget(pidFile)
    // Between finding a port and using it, another program may have taken it.
    if (attempt === 3 || !failure.includes('already in use')) {
      throw new Error(`The local database on ${file} ended before it answered: ${failure}`)
    }
  }
}

/** Waits for the engine. @returns undefined once it answers, else what it said before it ended. */
async function answers(child: ChildProcess, endpoint: string): Promise<string | undefined> {
  const deadline = Date.now() + 10_000
  let said = ''
  let ended = false
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000)
  })
  child.once('close', () => {
    ended = true
  })
  child.once('error', (error) => {
    said += error.message
    ended = true
  })
  while (!ended && Date.now() < deadline) {
    // Its own word comes first: another program on the same port would answer as well.
    if (said.includes('listening') && (await fetch(endpoint).catch(() => undefined))?.ok) return undefined
    await pause(2)
  }
  return ended ? said.trim() || 'it said nothing' : `no answer within ten seconds ${said.trim()}`
}

function freePort(): Promise<number> {
  const { promise, resolve: found, reject } = Promise.withResolvers<number>()
  const server = createServer().once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => (typeof address === 'object' && address ? found(address.port) : reject(new Error('no port'))))
  })
  return promise
}

/** The engine looks for the last sequence number of a table's stream in every write; without an index it reads all. */
function indexStream(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_position ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    )
  } finally {
    database.close()
  }
}
