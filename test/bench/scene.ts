import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { startDatabase } from '../../infra/local/database.ts'
import { createTables } from '../../infra/local/tables.ts'
import { prefix } from '../../infra/place.ts'
import type { Client } from '../../shared/clients/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { apiAt } from '../support/api.ts'
import { centre, withClient } from '../support/centre.ts'
import type { Row } from './report.ts'

interface Sent {
  readonly name: string
  readonly input: object
  /** When it was sent and answered, for telling side by side from one after another. */
  readonly from: number
  to: number
}

const commands = {
  GetItemCommand: GetCommand,
  QueryCommand,
  BatchGetItemCommand: BatchGetCommand,
  TransactWriteItemsCommand: TransactWriteCommand,
  UpdateItemCommand: UpdateCommand,
} as const
const caseload = 60

/** A centre with a caseload, and its twin that only ever sees raw database commands. */
export async function startScene() {
  const directory = await mkdtemp(join(tmpdir(), 'rxc-bench-'))
  const database = await startDatabase({ directory })
  const aws = {
    endpoint: database.endpoint,
    region: 'ca-central-1',
    credentials: { accessKeyId: 'l', secretAccessKey: 'l' },
  }
  const plain = new DynamoDBClient(aws)
  await createTables(plain, prefix)
  database.optimise()
  const raw = DynamoDBDocumentClient.from(new DynamoDBClient(aws), { marshallOptions: { removeUndefinedValues: true } })

  const api = await apiAt(database.endpoint)
  const sent = record(api.deps.database.documents)
  const at = await centre({ api })
  const client = await withClient(at)
  const referrals: Referral[] = []
  for (let n = 0; n < caseload; n += 1) {
    const referral = await refer(client)
    referrals.push(await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 }))
  }
  const twin = at.id.replace('centre-', 'double-')
  const replay = async (list: readonly Sent[]) => {
    for (const group of together(list)) {
      await Promise.all(
        group.map(({ name, input }) => {
          const Command = commands[name as keyof typeof commands]
          const { ClientRequestToken: _, ...copy } = JSON.parse(JSON.stringify(input).replaceAll(at.id, twin))
          return raw.send(new Command(copy) as GetCommand)
        }),
      )
    }
  }
  // The twin needs no sign-in: whatever is not a tenant's command is left out.
  await replay(sent.splice(0).filter(({ name }) => name in commands))

  async function refer({ id }: Client): Promise<Referral> {
    return at.prescriber.must('POST', '/v1/referrals', {
      body: { client: id, source: 'nurse-practitioner', reasons: ['social-connection'], note: 'Used to sing.' },
    })
  }

  return {
    request: (_: number) => refer(client),
    contact: (turn: number) =>
      at.navigator.must('POST', `/v1/referrals/${referrals[turn % caseload]?.id}/contacts`, {
        body: { channel: 'phone', result: 'no-answer', minutes: 2, note: 'Rang at ten.' },
      }),
    today: () => at.navigator.must('GET', '/v1/tasks?limit=25'),

    /** Runs one kind of request, each run followed by its own commands sent raw. */
    async compare(name: string, runs: number, request: (turn: number) => Promise<unknown>): Promise<Row> {
      const [product, floor]: [number[], number[]] = [[], []]
      let roundTrips = 0
      for (let turn = -20; turn < runs; turn += 1) {
        // At a pace that no quota minds.
        api.pass({ seconds: 1 })
        sent.length = 0
        const took = await timed(() => request(turn + 20))
        const list = sent.splice(0)
        roundTrips = together(list).length
        const rawTook = await timed(() => replay(list))
        if (turn < 0) continue
        product.push(took)
        floor.push(rawTook)
      }
      return { name, product, raw: floor, roundTrips }
    },

    async stop() {
      plain.destroy()
      raw.destroy()
      await database.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Notes every command that a client sends. */
function record(client: DynamoDBDocumentClient): Sent[] {
  const sent: Sent[] = []
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const entry = { name: String(context.commandName), input: args.input, from: performance.now(), to: 0 }
      sent.push(entry)
      const answer = await next(args)
      entry.to = performance.now()
      return answer
    },
    { step: 'initialize', priority: 'high' },
  )
  return sent
}

/** Commands in groups that were on their way at the same time. */
function together(list: readonly Sent[]): Sent[][] {
  const groups: Sent[][] = []
  let until = Number.NEGATIVE_INFINITY
  for (const entry of list) {
    if (entry.from < until) groups.at(-1)?.push(entry)
    else groups.push([entry])
    until = Math.max(until, entry.to)
  }
  return groups
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return performance.now() - from
}
