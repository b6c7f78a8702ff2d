import type { TestApi } from './api.ts'

/** The database commands, by name and in order, that something sends. */
export async function counting({ deps }: TestApi, something: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const { middlewareStack } = deps.database.documents
  middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        sent.push(commandName ?? 'unknown')
        return next(args)
      },
    { step: 'initialize', name: 'counting' },
  )
  try {
    await something()
  } finally {
    middlewareStack.remove('counting')
  }
  return sent
}
