import { findPackageJSON } from 'node:module'
import { pathToFileURL } from 'node:url'
import { buildApp } from 'fauxqs'

type Server = ReturnType<typeof buildApp>
type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>

/**
 * The server compatible with SQS and S3, not yet listening. The library's own start listens on every interface, and it
 * keeps files only when it starts itself; so its parts are put together here, as it does.
 */
export async function queueServer(region: string, directory: string | undefined): Promise<Server> {
  const [{ PersistenceManager }, { SqsStore }, { SnsStore }, { S3Store }] = await Promise.all([
    part<{ PersistenceManager: new (directory: string) => Files }>('persistence.js'),
    part<{ SqsStore: new () => Stores['sqsStore'] }>('sqs/sqsStore.js'),
    part<{ SnsStore: new () => Stores['snsStore'] }>('sns/snsStore.js'),
    part<{ S3Store: new () => Stores['s3Store'] }>('s3/s3Store.js'),
  ])
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  const files = directory === undefined ? undefined : new PersistenceManager(directory)
  if (files) keepIn(files, stores)
  const server = buildApp({ logger: false, defaultRegion: region, stores })
  server.addHook('preClose', async () => files?.close())
  writeOnce(server, stores.s3Store)
  return server
}

function keepIn(files: Files, { sqsStore, snsStore, s3Store }: Stores): void {
  files.load(sqsStore, snsStore, s3Store)
  sqsStore.persistence = files
  s3Store.persistence = files
  for (const queue of sqsStore.allQueues()) queue.persistence = files
}

/** Writes on the condition that there is nothing of that name, which the library knows nothing of. */
function writeOnce(server: Server, store: Stores['s3Store']): void {
  server.addHook('preHandler', async (request, reply) => {
    const { bucket = '', '*': key = '' } = request.params as { bucket?: string; '*'?: string }
    if (request.method !== 'PUT' || request.headers['if-none-match'] !== '*') return
    const isThere = store.listObjects(bucket, { prefix: key }).objects.some((object) => object.key === key)
    if (isThere) await reply.status(412).type('application/xml').send('<Error><Code>PreconditionFailed</Code></Error>')
  })
}

type Files = NonNullable<Stores['sqsStore']['persistence']> &
  NonNullable<Stores['s3Store']['persistence']> & {
    load(queues: Stores['sqsStore'], topics: Stores['snsStore'], buckets: Stores['s3Store']): void
    close(): void
  }

async function part<T>(path: string): Promise<T> {
  const library = pathToFileURL(findPackageJSON('fauxqs', import.meta.url) ?? '')
  return (await import(new URL(`dist/${path}`, library).href)) as T
}
