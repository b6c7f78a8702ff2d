import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFile } from './database.ts'
import { endLeftOver } from './process.ts'
import type { PartnerKeys } from './seed/seed.ts'

/** Everything that a new beginning forgets. Secrets stay: they say nothing of anybody. */
const forgotten = ['database', 'queues', 'positions', 'letters', 'partner-keys.json']

const mark = 'seeded'

/** Whether a seed was carried through in the engine that is used now: a start that was cut short left no mark. */
export async function isSeeded(directory: string): Promise<boolean> {
  return readFile(join(directory, mark), 'utf8').then(
    (engine) => engine === engineInUse(),
    () => false,
  )
}

/**
 * Empties the folder of what an earlier stack wrote.
 * @throws Error when that stack is still running.
 */
export async function beginAnew(directory: string): Promise<void> {
  const database = join(directory, 'database')
  await endLeftOver(join(database, 'dynamodb.pid'), databaseFile(database))
  await rm(join(directory, mark), { force: true })
  await Promise.all(forgotten.map((part) => rm(join(directory, part), { recursive: true, force: true })))
}

/** Keeps the partners' keys for this user only; then, last of all, says that the seed is there. */
export async function markSeeded(directory: string, keys: PartnerKeys): Promise<void> {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'partner-keys.json'), JSON.stringify(keys, null, 2), { mode: 0o600 })
  await writeFile(join(directory, mark), engineInUse())
}

function engineInUse(): string {
  return process.env.DYNAMODB_ENDPOINT || 'here'
}
