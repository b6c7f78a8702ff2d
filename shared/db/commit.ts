import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { AuditEntry } from '../audit/schema.ts'
import { Conflict, Contended, PreconditionFailed, Refusal } from '../core/errors.ts'
import type { Change, Event } from './event.ts'
import { inEverything } from './everything.ts'
import type { DerivedItem, Entity, Kind } from './kind.ts'
import { commons, partitionOf } from './kind.ts'
import type { Reader } from './shield.ts'
import type { TableName } from './tables.ts'

/** For whom and in which request a store works. */
export interface StoreScope {
  readonly tenant: string
  readonly actor: Reader
  readonly now: string
  /** The day in the centre's calendar. */
  readonly today: string
  readonly requestId: string
  /** What the request is, as the audit log names it: the operation's id. */
  readonly purpose: string
  readonly idempotency?: Idempotency
  /** Where the answers to requests with an idempotency key are kept; beside the client data that they tell of unless said. */
  readonly answersIn?: TableName
  id(kind: string): string
  /** A fresh token for one transaction, so that a repeated attempt of it counts once. */
  token(): string
}

export interface Idempotency {
  /** What the caller chose, with the caller: two people may choose the same word. */
  readonly key: string
  /** Digest of the method, path, query and body. */
  readonly digest: string
}

/** What must hold beside the changes. */
export interface Commit {
  readonly checks?: readonly Check[]
  /** What a repeated request is answered with; the first change's new entity unless said. */
  readonly answer?: unknown
  /** One of several commits of a request, and not the last: the idempotency record comes with that one. */
  readonly partial?: true
}

/** An entity that must exist, with what is named here of it, when the changes are made. */
export interface Check {
  readonly kind: Kind<Entity>
  readonly id: string
  readonly version?: number
  readonly status?: string
  /** Further fields that must have these values. */
  readonly fields?: Readonly<Record<string, string | boolean>>
  /**
   * @param isThere whether the entity exists and only the rest did not hold.
   * @param entity as it is, where it exists.
   */
  refusal(isThere: boolean, entity?: Entity): Refusal
}

/** The request was answered before: here is what came of it. */
export class Replay extends Refusal {
  override readonly name = 'Replay'
  readonly record: IdempotencyRecord
  constructor(record: IdempotencyRecord) {
    super('replay', 409)
    this.record = record
  }
}

export interface IdempotencyRecord {
  readonly id: string
  readonly version: number
  readonly digest: string
  readonly result: unknown
}

/** That an answer which is kept tells of a client: what disposing of the client's record finds it by. */
export interface AnswerMark {
  readonly client: string
  readonly actor: string
  readonly key: string
}

/** One access, as the audit log tells it beside who and when. */
export type Access = Pick<AuditEntry, 'access' | 'information' | 'changed' | 'refusal'> & {
  readonly client: string | undefined
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
type Place = (table: TableName) => string
/** Completes a key with its holder: the store's tenant unless another is named. */
type Scoped = (below: string, holder?: string) => string

/** One item of the transaction, and what it means when its condition does not hold. */
export interface CommitItem {
  write(table: Place, partition: Scoped): TransactItem
  refusal(item: Record<string, unknown> | undefined): Error | undefined
  /** May follow the transaction where that has no room for it. */
  readonly canWait?: true
}

const idempotencySeconds = 48 * 3600

/** The partition with what one caller's requests were answered, each under its key. */
export function answersTo(actor: string): string {
  return `IDEMPOTENCY#${actor}`
}

/** Where in it: callers choose their keys, and none may look like anything else that is stored. */
export function answerSort(key: string): string {
  return `ANSWER#${key}`
}

/** The partition with the marks of every answer that tells of a client. */
export function answersAbout(client: string): string {
  return `ANSWERED#${client}`
}

/** Everything that one commit writes, in the order of the transaction. */
export function commitItems(scope: StoreScope, changes: readonly Change[], commit: Commit): readonly CommitItem[] {
  const events = changes.flatMap((change) => eventsOf(scope, change))
  return [
    ...changes.map(snapshot),
    ...changes.flatMap(derivedItems),
    ...events.map(eventItem),
    ...writeEntries(scope, changes),
    ...(commit.checks ?? []).map(checkItem),
    ...(scope.idempotency && !commit.partial
      ? [idempotencyItem(scope, scope.idempotency, commit.answer ?? changes[0]?.after)]
      : []),
  ]
}

/**
 * A mark for each client whom the answer that will be kept tells of. One without an answer means nothing: where the
 * transaction has no room for them, they come before it.
 */
export function answerMarks(scope: StoreScope, changes: readonly Change[], commit: Commit): readonly CommitItem[] {
  const { idempotency, actor, answersIn = 'care' } = scope
  if (idempotency === undefined || commit.partial || answersIn !== 'care') return []
  const answer = commit.answer as { readonly items?: readonly unknown[] } | undefined
  const told = [answer, ...(Array.isArray(answer?.items) ? answer.items : [])] as ({ client?: unknown } | undefined)[]
  const named = [...changes.map(({ kind, after }) => kind.client?.(after)), ...told.map((part) => part?.client)]
  return [...new Set(named)].flatMap((client) =>
    typeof client === 'string' ? answerMark(scope, { client, actor: actor.id, key: idempotency.key }) : [],
  )
}

function answerMark(scope: StoreScope, mark: AnswerMark): CommitItem {
  return unconditional((table, partition) => ({
    Put: {
      TableName: table('care'),
      Item: {
        pk: partition(answersAbout(mark.client)),
        sk: `${mark.actor}#${mark.key}`,
        kind: 'answer-mark',
        expires: answerExpires(scope),
        data: mark,
      },
    },
  }))
}

/** Deletes one item, whatever it is. */
export function removal(below: string, sort: string): CommitItem {
  return unconditional((table, partition) => ({
    Delete: { TableName: table('care'), Key: { pk: partition(below), sk: sort } },
  }))
}

function snapshot(change: Change): CommitItem {
  const { kind, before, after } = change
  return {
    write: (table, partition) => ({
      Put: {
        TableName: table(kind.table),
        Item: {
          pk: partition(partitionOf(kind, after.id), holderOf(kind)),
          sk: 'ENTITY',
          kind: kind.name,
          version: after.version,
          ...indexAttributes({ ...kind.indexes?.(after), ...inEverything(kind, after.id) }, partition),
          ...(kind.expires && { expires: kind.expires(after) }),
          data: after,
        },
        ...(before === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': before.version },
            }),
      },
    }),
    refusal: () => {
      if (change.contended) return new Contended()
      return before === undefined ? new Conflict('already-exists') : new PreconditionFailed()
    },
  }
}

/** Puts what the entity newly derives, or derives otherwise than before, and deletes what it no longer does. */
function derivedItems(change: Change): CommitItem[] {
  const { kind, before, after } = change
  const known = new Map((before && kind.derived?.(before))?.map((item) => [address(item), JSON.stringify(item)]))
  const written = (kind.derived?.(after) ?? []).filter((item) => known.get(address(item)) !== JSON.stringify(item))
  return [
    ...written.map((item) =>
      unconditional((table, partition) => ({
        Put: {
          TableName: table(kind.table),
          Item: {
            pk: partition(item.partition),
            sk: item.sort,
            ...indexAttributes(item.indexes ?? {}, (below) => partition(below, item.reader)),
            ...(item.expires !== undefined && { expires: item.expires }),
            data: item.data,
          },
        },
      })),
    ),
    ...derivedNoMore(change, after),
  ]
}

/**
 * Deletes what an entity derived before a change and derives no more.
 * @param now the entity as it is, which may be later than the change.
 */
export function derivedNoMore({ kind, before }: Change, now: Entity): CommitItem[] {
  const kept = new Set((kind.derived?.(now) ?? []).map(address))
  const gone = before === undefined ? [] : (kind.derived?.(before) ?? []).filter((item) => !kept.has(address(item)))
  return gone.map((item) => ({
    ...unconditional((table, partition) => ({
      Delete: { TableName: table(kind.table), Key: { pk: partition(item.partition), sk: item.sort } },
    })),
    canWait: true,
  }))
}

function eventsOf(scope: StoreScope, { kind, after, events }: Change): { kind: Kind<Entity>; event: Event }[] {
  const client = kind.client?.(after)
  return events.map(({ type, facts }) => ({
    kind,
    event: {
      id: scope.id('event'),
      type,
      kind: kind.name,
      entity: after.id,
      version: after.version,
      ...(client !== undefined && { client }),
      at: scope.now,
      actor: { id: scope.actor.id, kind: scope.actor.kind },
      facts,
    },
  }))
}

function eventItem({ kind, event }: { kind: Kind<Entity>; event: Event }): CommitItem {
  return unconditional((table, partition) => ({
    Put: {
      TableName: table(kind.table),
      Item: {
        pk: partition(partitionOf(kind, event.entity)),
        sk: `EVENT#${event.id}`,
        kind: 'event',
        ...(event.client !== undefined &&
          indexAttributes({ client: [`CLIENT#${event.client}`, `EVENT#${event.id}`] }, partition)),
        data: event,
      },
    },
  }))
}

/** What a request did to each client, or to nobody's record: one entry each. */
function writeEntries(scope: StoreScope, changes: readonly Change[]): CommitItem[] {
  const changed = changes.filter(({ events }) => events.length > 0)
  const about = Map.groupBy(changed, ({ kind, after }) => kind.client?.(after))
  return [...about].map(([client, theirs]) =>
    auditItem(scope, {
      access: 'write',
      client,
      information: [...new Set(theirs.map(({ kind }) => kind.name))],
      changed: theirs.map(({ kind, after }) => ({ kind: kind.name, id: after.id, version: after.version })),
    }),
  )
}

/** Appends one entry to the audit log. */
export function auditItem(scope: StoreScope, access: Access): CommitItem {
  const id = scope.id('audit')
  const { client } = access
  return unconditional((table, partition) => ({
    Put: {
      TableName: table('audit'),
      Item: {
        pk: partition(`DAY#${scope.now.slice(0, 10)}`),
        sk: id,
        ...indexAttributes(
          { actor: [`ACTOR#${scope.actor.id}`, id], ...(client && { client: [`CLIENT#${client}`, id] }) },
          partition,
        ),
        data: {
          id,
          at: scope.now,
          actor: scope.actor,
          purpose: scope.purpose,
          requestId: scope.requestId,
          ...access,
        },
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }))
}

export function checkItem(check: Check): CommitItem {
  const { version, status, fields = {} } = check
  const expected = {
    ...(version !== undefined && { '#version': version }),
    ...(status && { '#data.#status': status }),
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`#data.#${name}`, value])),
  }
  const paths = Object.keys(expected)
  const names = paths.flatMap((path) => path.split('.')).map((name) => [name, name.slice(1)])
  return {
    write: (table, partition) => ({
      ConditionCheck: {
        TableName: table(check.kind.table),
        Key: { pk: partition(partitionOf(check.kind, check.id), holderOf(check.kind)), sk: 'ENTITY' },
        ConditionExpression: ['attribute_exists(pk)', ...paths.map((path, n) => `${path} = :value${n}`)].join(' AND '),
        ...(paths.length > 0 && {
          ExpressionAttributeNames: Object.fromEntries(names),
          ExpressionAttributeValues: Object.fromEntries(
            Object.values(expected).map((value, n) => [`:value${n}`, value]),
          ),
        }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
    refusal: (item) => check.refusal(item !== undefined, item?.data as Entity | undefined),
  }
}

function idempotencyItem(scope: StoreScope, { key, digest }: Idempotency, result: unknown): CommitItem {
  const record: IdempotencyRecord = { id: key, version: 1, digest, result }
  return {
    write: (table, partition) => ({
      Put: {
        TableName: table(scope.answersIn ?? 'care'),
        Item: {
          pk: partition(answersTo(scope.actor.id)),
          sk: answerSort(key),
          kind: 'idempotency',
          expires: answerExpires(scope),
          data: record,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
    refusal: (item) => (item?.data ? new Replay(item.data as IdempotencyRecord) : new Contended()),
  }
}

function answerExpires({ now }: StoreScope): number {
  return Math.floor(Date.parse(now) / 1000) + idempotencySeconds
}

function holderOf(kind: { readonly commons?: true }): string | undefined {
  return kind.commons ? commons : undefined
}

function unconditional(write: CommitItem['write']): CommitItem {
  return { write, refusal: () => undefined }
}

function address(item: DerivedItem): string {
  return `${item.partition}\n${item.sort}`
}

function indexAttributes(
  indexes: Readonly<Record<string, readonly [string, string]>>,
  partition: Scoped,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(indexes).flatMap(([name, [below, sort]]) => [
      [`${name}Pk`, partition(below)],
      [`${name}Sk`, sort],
    ]),
  )
}
