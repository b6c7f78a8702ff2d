import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { Event } from './event.ts'

/** An event, and the centre it is of. */
export interface Happened {
  readonly tenant: string
  readonly event: Event
}

/** What a stream's record tells of: nothing, unless it is of an event. */
export function happened({ dynamodb }: DynamoDBRecord): Happened | undefined {
  const image = dynamodb?.NewImage
  if (image === undefined || !dynamodb?.Keys?.sk?.S?.startsWith('EVENT#')) return undefined
  const item = unmarshall(image as Record<string, AttributeValue>)
  const tenant = /^T#([a-z0-9-]+)#/.exec(String(item.pk))?.[1]
  return tenant === undefined ? undefined : { tenant, event: item.data as Event }
}
