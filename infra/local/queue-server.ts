import { buildApp } from 'fauxqs'

type Server = ReturnType<typeof buildApp>
type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>

/**
 * The SQS-compatible server, not yet listening. The library's own start listens on every interface, and it keeps files
 * only when it starts itself; so with a directory its parts are put together here, as it does.
 */
export async function queueServer(region: string, directory: string | undefined): Promise<Server> {
  const common = { logger: false, defaultRegion: region }
  if (directory === undefined) return buildApp(common)
  const [{ PersistenceManager }, { SqsStore }, { SnsStore }, { S3Store }] = await Promise.all([
    part<{ PersistenceManager: new (directory: string) => Files }>('persistence.js'),
    part<{ SqsStore: new () => Stores['sqsStore'] }>('sqs/sqsStore.js'),
    part<{ SnsStore: new () => Stores['snsStore'] }>('sns/snsStore.js'),
    part<{ S3Store: new () => Stores['s3Store'] }>('s3/s3Store.js'),
  ])
  const files = new PersistenceManager(directory)
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  files.loadSqsAndSns(stores.sqsStore, stores.snsStore)
  stores.sqsStore.persistence = files
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = files
  const server = buildApp({ ...common, stores })
  server.addHook('preClose', async () => files.close())
  return server
}

type Files = NonNullable<Stores['sqsStore']['persistence']> & {
  loadSqsAndSns(queues: Stores['sqsStore'], topics: Stores['snsStore']): void
  close(): void
}

async function part<T>(path: string): Promise<T> {
  return (await import(new URL(path, import.meta.resolve('fauxqs')).href)) as T
}
