import type { TestCentre } from './centre.ts'

export interface Sent {
  readonly command: string
  /** Of a query: the partition, below its holder. */
  readonly partition?: string
}

/** The database commands, in order, that something sends for a centre. */
export async function commandsOf({ api, id }: TestCentre, something: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const { middlewareStack } = api.deps.databaseOf(id).documents
  middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const values = (args.input as { ExpressionAttributeValues?: Record<string, string> }).ExpressionAttributeValues
        const key = values?.[':p'] ?? values?.[':pk']
        sent.push({ command: commandName, ...(key && { partition: key.split('#').slice(2).join('#') }) })
        return next(args)
      },
    { step: 'initialize', name: 'listening' },
  )
  try {
    await something()
  } finally {
    middlewareStack.remove('listening')
  }
  return sent
}
