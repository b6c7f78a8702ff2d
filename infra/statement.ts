/** A statement of an IAM policy that allows something: the only kind written here. */
export interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: Condition
}

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

export function allow(
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
  Condition?: Condition,
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) }
}

/**
 * Only items whose partition key is like one of `patterns`. `ForAllValues` also holds when there is no key at all, as
 * in a Scan, so the second condition asks that there be one.
 */
export function partitionsLike(...patterns: readonly string[]): Condition {
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  }
}
