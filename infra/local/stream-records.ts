import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, AttributeValue as JsonValue } from 'aws-lambda'

/** A stream's record in the form that Lambda gives it: binary as base64, the time in epoch seconds. */
export function lambdaRecord(streamArn: string, shard: string, record: StreamRecord): DynamoDBRecord {
  const { ApproximateCreationDateTime: at, Keys, NewImage, OldImage, ...rest } = record.dynamodb ?? {}
  return {
    // The engine numbers the records of each table from 1; Lambda's ids differ between tables.
    eventID: `${shard}:${record.dynamodb?.SequenceNumber}`,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    eventSourceARN: streamArn,
    awsRegion: record.awsRegion,
    dynamodb: {
      ...rest,
      ...(at && { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) }),
      ...(Keys && { Keys: image(Keys) }),
      ...(NewImage && { NewImage: image(NewImage) }),
      ...(OldImage && { OldImage: image(OldImage) }),
    },
  }
}

function image(attributes: Record<string, AttributeValue>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, json(value)]))
}

function json(value: AttributeValue): JsonValue {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64) }
  if (value.L !== undefined) return { L: value.L.map(json) }
  if (value.M !== undefined) return { M: image(value.M) }
  return value as JsonValue
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
