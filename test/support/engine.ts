import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import type { TestProject } from 'vitest/node'
import { makeWorkerDeps } from '../../functions/worker/deps.ts'
import { onEvents } from '../../functions/worker/on-events.ts'
import { onOutbox } from '../../functions/worker/on-outbox.ts'
import type { Letter } from '../../functions/worker/post.ts'
import type { FunctionName } from '../../infra/bundle.ts'
import { startDatabase } from '../../infra/local/database.ts'
import { followQueue, startQueues } from '../../infra/local/queues.ts'
import { followStream } from '../../infra/local/streams.ts'
import { createTables, streamArn } from '../../infra/local/tables.ts'
import { prefix } from '../../infra/place.ts'
import { OptedOut } from '../../shared/shortlists/deliver.ts'
import { Backlog } from './backlog.ts'
import { synthesise } from './cloud.ts'
import { Enforcer, type Roles, rolesOf } from './enforcer.ts'
import { lastLine } from './last-line.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseEndpoint: string
    /** What the policies of the synthesised stacks allow each role. */
    roles: Roles
    /** Answers once everything written before in the centres named was followed up, with the letters that went out. */
    settledUrl: string
  }
}

/** Whoever has this number told the network to stop. */
export const stoppedNumber = '+15195550199'

/**
 * One real engine for the whole run; every test keeps to a centre of its own in it. The worker follows up what happened
 * in a centre when a test of that centre waits for it: most never do.
 */
export default async function setup(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), 'rxc-test-'))
  const [database, queues, roles] = await Promise.all([
    startDatabase({ directory }),
    startQueues({ queues: ['outbox'] }),
    synthesise().then(rolesOf),
  ])
  const aws = { region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const client = new DynamoDBClient({ ...aws, endpoint: database.endpoint })
  await createTables(client, prefix)
  database.optimise()

  const letters: Letter[] = []
  const enforcer = new Enforcer(database.endpoint, roles)
  const depsOf = (name: FunctionName) =>
    makeWorkerDeps(
      {
        RXC_ENV: 'test',
        TABLE_PREFIX: prefix,
        SQS_ENDPOINT: queues.endpoint,
        OUTBOX_URL: queues.url('outbox'),
        MAIL_FROM: 'rx@example.org',
        SMS_FROM: 'rx',
        PUBLIC_URL: 'https://rx.test',
      },
      {
        post: async (letter) => {
          letters.push(letter)
        },
        text: async (message) => {
          if (message.to === stoppedNumber) throw new OptedOut()
          letters.push({ ...message, subject: '' })
        },
      },
      enforcer.waysOf(name, ''),
    )
  const streams = new DynamoDBStreamsClient({ ...aws, endpoint: database.endpoint })
  const work = new Backlog(onEvents(depsOf('events')))
  const handler = async ({ Records }: DynamoDBStreamEvent) => work.add(Records)
  const followers = await Promise.all(
    [`${prefix}-care`, `${prefix}-catalogue`].map(async (table) =>
      followStream({ client: streams, streamArn: await streamArn(client, table), handler }),
    ),
  )
  const outbox = followQueue({
    client: new SQSClient({ ...aws, endpoint: queues.endpoint }),
    url: queues.url('outbox'),
    handler: onOutbox(depsOf('outbox')),
    retryDelay: 0,
  })
  const server = createServer(async ({ url = '' }, response) => {
    const tenants = new URL(url, 'http://engine').searchParams.getAll('tenant')
    do {
      await outbox.drained()
      await Promise.all(followers.map((follower) => follower.drained()))
    } while (await work.followUp(tenants))
    response.end(JSON.stringify(letters))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  project.provide('databaseEndpoint', database.endpoint)
  project.provide('roles', roles)
  project.provide('settledUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    server.close()
    await Promise.all([...followers, outbox].map((follower) => follower.stop()))
    await queues.stop()
    await database.stop()
    await rm(directory, { recursive: true, force: true })
    process.stdout.write(lastLine(project.vitest.state.getTestModules()))
  }
}
