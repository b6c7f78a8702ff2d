import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'

/** The most that one call may bring. */
const pageSize = 1_000

interface Page {
  readonly records: readonly _Record[]
  /** To be called when all of it is handled; else the same records are read again. @returns whether the shard ended. */
  done(): boolean
}

export interface Shards {
  /** The shards that can be read now: those whose parent has been read to its end, so that an item's changes stay in order. */
  open(): Promise<readonly string[]>
  /** The records after a sequence number, or from the beginning. */
  read(shard: string, after: string | undefined): Promise<Page>
}

/** Reads a stream shard by shard. Says nothing of EndingSequenceNumber: the local engine compares it as text. */
export function streamShards(client: DynamoDBStreamsClient, streamArn: string): Shards {
  const iterators = new Map<string, string>()
  const ended = new Set<string>()
  let known: Shard[] = []

  return {
    async open() {
      // New shards appear only when one ends.
      if (known.every((shard) => ended.has(shard.ShardId ?? ''))) known = await list()
      const unread = new Set(known.map((shard) => shard.ShardId ?? '').filter((id) => !ended.has(id)))
      return known
        .filter((shard) => !unread.has(shard.ParentShardId ?? ''))
        .map((shard) => shard.ShardId ?? '')
        .filter((id) => unread.has(id))
    },
    async read(shard, after) {
      const iterator = iterators.get(shard) ?? (await iteratorAfter(shard, after))
      iterators.delete(shard)
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: pageSize }))
      return {
        records: page.Records ?? [],
        done() {
          if (page.NextShardIterator) iterators.set(shard, page.NextShardIterator)
          else ended.add(shard)
          return !page.NextShardIterator
        },
      }
    },
  }

  async function list(): Promise<Shard[]> {
    const shards: Shard[] = []
    let from: string | undefined
    do {
      const page = await client.send(
        new DescribeStreamCommand({ StreamArn: streamArn, ...(from && { ExclusiveStartShardId: from }) }),
      )
      shards.push(...(page.StreamDescription?.Shards ?? []))
      from = page.StreamDescription?.LastEvaluatedShardId
    } while (from)
    return shards
  }

  async function iteratorAfter(shard: string, after: string | undefined): Promise<string | undefined> {
    const place = { StreamArn: streamArn, ShardId: shard }
    const beginning = new GetShardIteratorCommand({ ...place, ShardIteratorType: 'TRIM_HORIZON' })
    if (after === undefined) return (await client.send(beginning)).ShardIterator
    const there = { ...place, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const
    try {
      return (await client.send(new GetShardIteratorCommand(there))).ShardIterator
    } catch (error) {
      // A stream keeps a day: after a longer rest the oldest that is left comes next.
      if (error instanceof TrimmedDataAccessException) return (await client.send(beginning)).ShardIterator
      throw error
    }
  }
}
