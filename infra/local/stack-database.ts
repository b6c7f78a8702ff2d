import { connect } from '../../shared/db/database.ts'
import { type Database, startDatabase } from './database.ts'
import { fillDatabase } from './filled-database.ts'
import { load } from './seed/load.ts'
import type { Seed } from './seed/seed.ts'
import { clientConfig, prepareTables } from './stack-tables.ts'

/**
 * Starts the database with the stack's tables in it.
 * @param seed what an empty one is filled with; undefined for one that was filled before.
 */
export async function startStackDatabase(directory: string, prefix: string, seed: Seed | undefined): Promise<Database> {
  const isElsewhere = Boolean(process.env.DYNAMODB_ENDPOINT)
  if (seed && !isElsewhere) await fillDatabase(directory, prefix, seed.entries)
  const database = await startDatabase({ directory })
  try {
    await prepareTables(database, prefix, { isNew: isElsewhere && seed !== undefined })
    if (seed && isElsewhere) await loadElsewhere(database, prefix, seed)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Written the usual way, events pass through the streams, and the worker counts them: figures would count twice. */
async function loadElsewhere({ endpoint }: Database, prefix: string, { entries }: Seed): Promise<void> {
  const target = connect({ prefix, cursorSecret: '', client: clientConfig(endpoint) })
  await load(
    target,
    entries.filter(({ TableName }) => TableName !== `${prefix}-insights`),
  )
  target.documents.destroy()
}
