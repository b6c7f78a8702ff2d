import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextFor } from '../../functions/api/deps.ts'
import { Conflict, Contended, NotFound, PreconditionFailed, Throttled } from '../../shared/core/errors.ts'
import { permissionsOfRoles } from '../../shared/core/permissions.ts'
import { Replay } from '../../shared/db/commit.ts'
import { adjust, change, create, type Event } from '../../shared/db/event.ts'
import { commons, type Entity, kind } from '../../shared/db/kind.ts'
import type { TenantStore } from '../../shared/db/store.ts'
import { centre, type TestCentre } from '../support/centre.ts'

/** Something small to store: words that are found one by one, in a list by their first. */
interface Note extends Entity {
  readonly words: readonly string[]
}
const Note = kind<Note>({
  name: 'note',
  table: 'care',
  indexes: ({ id, words: [first = ''] }) => ({ list: ['NOTES', `${first}#${id}`] }),
  derived: ({ id, words }) => words.map((word) => ({ partition: `WORD#${word}`, sort: id, data: { id, word } })),
})

let count = 0
const note = (words: readonly string[] = []): Note => {
  count += 1
  return { id: `note_${count}`, version: 1, words }
}
const next = (before: Note, words = before.words): Note => ({ ...before, version: before.version + 1, words })
const many = (word: string, n: number) => Array.from({ length: n }, (_, m) => `${word}${m}`)

const holds = async (store: TenantStore, word: string): Promise<string[]> =>
  (await store.queryAll<{ id: string }>({ partition: `WORD#${word}` })).map(({ id }) => id)

const events = async (store: TenantStore, { id }: Entity): Promise<string[]> =>
  (await store.timeline(Note, id)).items.map(({ type }) => type)

/** How many audit entries the centre has of today. */
async function audited({ api, context, id }: TestCentre): Promise<number> {
  const { documents, prefix } = api.deps.databaseOf(id)
  const command = new QueryCommand({
    TableName: `${prefix}-audit`,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': `T#${id}#DAY#${context().now.slice(0, 10)}` },
    Select: 'COUNT',
  })
  return (await documents.send(command)).Count ?? 0
}

interface Attempt {
  readonly command: string
  readonly input: { readonly ClientRequestToken?: string; readonly TransactItems?: readonly object[] }
}

/** Looks at every command before it is sent. `meddle` may throw, and so fail it, or do something first. */
async function meddling<T>(
  { api, id }: TestCentre,
  meddle: (attempt: Attempt, n: number, send: () => Promise<unknown>) => unknown,
  run: () => Promise<T>,
): Promise<{ result: T | Error; attempts: Attempt[] }> {
  const attempts: Attempt[] = []
  const { middlewareStack } = api.deps.databaseOf(id).documents
  middlewareStack.add(
    (send, { commandName = '' }) =>
      async (args) => {
        const attempt = { command: commandName, input: args.input as Attempt['input'] }
        attempts.push(attempt)
        await meddle(attempt, attempts.length, () => send(args))
        return send(args)
      },
    { step: 'initialize', name: 'meddling' },
  )
  try {
    return { result: await run().catch((error: Error) => error), attempts }
  } finally {
    middlewareStack.remove('meddling')
  }
}

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })
const named = (name: string) => Object.assign(new Error('for the test'), { name })

describe('a commit', () => {
  test('writes the entity, what it derives, its event and an audit entry, and nothing of it is anywhere before', async () => {
    const at = await centre()
    const { store } = at.context()
    const before = await audited(at)
    const one = note(['oak', 'elm'])
    expect(await store.commit([create(Note, one, 'written', { why: 'test' })])).toEqual(one)
    expect(await store.get(Note, one.id)).toEqual(one)
    expect([await holds(store, 'oak'), await holds(store, 'elm')]).toEqual([[one.id], [one.id]])
    const { items } = await store.timeline(Note, one.id)
    expect(items).toMatchObject([
      {
        type: 'note.written',
        kind: 'note',
        entity: one.id,
        version: 1,
        facts: { why: 'test' },
        actor: { id: 'system' },
      },
    ])
    expect(await audited(at)).toBe(before + 1)
  })

  test('is all or nothing: one stale entity of three, and nothing is written, told or audited', async () => {
    const at = await centre()
    const { store } = at.context()
    const stale = note(['old'])
    await store.commit([create(Note, stale, 'written')])
    await store.commit([change(Note, stale, next(stale), 'changed')])
    const before = await audited(at)
    const [first, last] = [note(['first']), note(['last'])]
    const refused = store.commit([
      create(Note, first, 'written'),
      change(Note, stale, next(stale, ['new']), 'changed'),
      create(Note, last, 'written'),
    ])
    await expect(refused).rejects.toBeInstanceOf(PreconditionFailed)
    for (const { id } of [first, last]) expect(await store.find(Note, id)).toBeUndefined()
    expect(await store.get(Note, stale.id)).toMatchObject({ version: 2, words: ['old'] })
    expect([await holds(store, 'first'), await holds(store, 'new'), await holds(store, 'old')]).toEqual([
      [],
      [],
      [stale.id],
    ])
    expect([await events(store, first), await events(store, stale)]).toEqual([[], ['note.written', 'note.changed']])
    expect(await audited(at)).toBe(before)
  })

  test('creates once: the same id again is refused as existing', async () => {
    const { store } = (await centre()).context()
    const one = note(['mine'])
    await store.commit([create(Note, one, 'written')])
    const again = await store.commit([create(Note, { ...one, words: ['yours'] }, 'written')]).catch((error) => error)
    expect(again).toBeInstanceOf(Conflict)
    expect(again.code).toBe('already-exists')
    expect(await store.get(Note, one.id)).toEqual(one)
  })

  test('advances from the version that was read, and from no other', async () => {
    const { store } = (await centre()).context()
    const one = note()
    await store.commit([create(Note, one, 'written')])
    for (const version of [0, 2, 7]) {
      const refused = store.commit([change(Note, { ...one, version }, next(one), 'changed')])
      await expect(refused).rejects.toBeInstanceOf(PreconditionFailed)
    }
    await expect(store.get(Note, one.id, { ifMatch: 2 })).rejects.toBeInstanceOf(PreconditionFailed)
    await expect(store.get(Note, 'note_0', { ifMatch: 1 })).rejects.toBeInstanceOf(NotFound)
    expect(await store.get(Note, one.id, { ifMatch: 1 })).toEqual(one)
  })

  test('of a shared thing tells that the race was lost; a stale version of one’s own outranks that', async () => {
    const { store } = (await centre()).context()
    const [shared, own] = [note(), note()]
    await store.commit([create(Note, shared, 'written'), create(Note, own, 'written')])
    await store.commit([change(Note, shared, next(shared), 'changed')])
    await expect(store.commit([adjust(Note, shared, next(shared))])).rejects.toBeInstanceOf(Contended)
    await store.commit([change(Note, own, next(own), 'changed')])
    const both = store.commit([adjust(Note, shared, next(shared)), change(Note, own, next(own), 'changed')])
    await expect(both).rejects.toBeInstanceOf(PreconditionFailed)
  })

  test('twenty at once, each trying until it wins, count to twenty', async () => {
    const { store } = (await centre()).context()
    const one = note()
    await store.commit([create(Note, one, 'written')])
    const bump = async (): Promise<void> => {
      const before = await store.get(Note, one.id)
      try {
        await store.commit([adjust(Note, before, next(before))])
      } catch (error) {
        if (!(error instanceof Contended)) throw error
        await bump()
      }
    }
    await Promise.all(Array.from({ length: 20 }, bump))
    expect((await store.get(Note, one.id)).version).toBe(21)
  })

  test('holds what a check says, or refuses in the check’s words, which know how the thing is', async () => {
    const { store } = (await centre()).context()
    const [one, other] = [note(['oak']), note()]
    await store.commit([create(Note, one, 'written')])
    const refusals: [boolean, Entity | undefined][] = []
    const check = (id: string, version: number) => ({
      kind: Note as never,
      id,
      version,
      refusal: (isThere: boolean, entity?: Entity) => {
        refusals.push([isThere, entity])
        return new Conflict('activity-closed')
      },
    })
    for (const checks of [[check(one.id, 2)], [check('note_0', 1)], [check(one.id, 1), check('note_0', 1)]]) {
      const refused = store.commit([create(Note, other, 'written')], { checks })
      await expect(refused).rejects.toMatchObject({ code: 'activity-closed' })
    }
    expect(refusals).toEqual([
      [true, one],
      [false, undefined],
      [false, undefined],
    ])
    expect(await store.find(Note, other.id)).toBeUndefined()
    await store.commit([create(Note, other, 'written')], { checks: [check(one.id, 1)] })
  })

  test('of 100 items goes through; of more it is refused before anything is sent', async () => {
    const at = await centre()
    const { store } = at.context()
    // The entity, its event and the audit entry are three.
    const full = note(many('leaf', 97))
    await store.commit([create(Note, full, 'written')])
    const tooMany = note(many('leaf', 98))
    const { result, attempts } = await meddling(
      at,
      () => {},
      () => store.commit([create(Note, tooMany, 'written')]),
    )
    expect(result).toBeInstanceOf(Error)
    expect(attempts).toEqual([])
    expect(await store.find(Note, tooMany.id)).toBeUndefined()
  })

  test('writes only what is derived otherwise than before', async () => {
    const at = await centre()
    const { store } = at.context()
    const one = note(['oak', 'elm', 'ash'])
    await store.commit([create(Note, one, 'written')])
    const { attempts } = await meddling(
      at,
      () => {},
      () => store.commit([change(Note, one, next(one, ['oak', 'fir']), 'changed')]),
    )
    // The entity, one put, two deletions, the event, the audit entry.
    expect(attempts.map(({ input }) => input.TransactItems?.length)).toEqual([6])
    for (const [word, ids] of [
      ['oak', [one.id]],
      ['fir', [one.id]],
      ['elm', []],
      ['ash', []],
    ] as const) {
      expect([word, await holds(store, word)]).toEqual([word, ids])
    }
  })

  test('repeated under its idempotency key is answered as before, and writes nothing', async () => {
    const at = await centre()
    const ctx = at.context()
    const scope = { requestId: 'request', purpose: 'test', now: ctx.now }
    const { actor, centre: profile, locale } = ctx
    const who = { actor, centre: profile, locale, permissions: permissionsOfRoles([]) }
    const keyed = () => contextFor(at.api.deps, who, { ...scope, idempotency: { key: 'k', digest: 'd' } }).store
    const [one, other] = [note(['one']), note(['other'])]
    await keyed().commit([create(Note, one, 'written')], { answer: { said: 'once' } })
    const again = await keyed()
      .commit([create(Note, other, 'written')])
      .catch((error) => error)
    expect(again).toBeInstanceOf(Replay)
    expect(again.record).toMatchObject({ digest: 'd', result: { said: 'once' } })
    expect(await ctx.store.find(Note, other.id)).toBeUndefined()
    const stale = await keyed()
      .commit([create(Note, one, 'written')])
      .catch((error) => error)
    expect(stale).toBeInstanceOf(Replay)
  })
})

describe('a change that derives more than a transaction holds', () => {
  test('deletes what is derived no more right after', async () => {
    const { store } = (await centre()).context()
    const one = note(many('old', 80))
    await store.commit([create(Note, one, 'written')])
    await store.commit([change(Note, one, next(one, many('new', 80)), 'changed')])
    expect([await holds(store, 'old0'), await holds(store, 'old79')]).toEqual([[], []])
    expect([await holds(store, 'new0'), await holds(store, 'new79')]).toEqual([[one.id], [one.id]])
    expect(await events(store, one)).toEqual(['note.written', 'note.changed'])
  })

  test('leaves alone what somebody else has made it derive again in between', async () => {
    const at = await centre()
    const { store } = at.context()
    const one = note(many('old', 80))
    await store.commit([create(Note, one, 'written')])
    const changed = next(one, many('new', 80))
    let undone = false
    const { result } = await meddling(
      at,
      async ({ input }) => {
        const isClearing = input.TransactItems?.length === 81
        if (undone || !isClearing) return
        undone = true
        const back = next(changed, ['old7', ...many('new', 80)])
        await store.commit([change(Note, changed, back, 'changed')])
      },
      () => store.commit([change(Note, one, changed, 'changed')]),
    )
    expect([undone, result]).toEqual([true, changed])
    expect([await holds(store, 'old7'), await holds(store, 'old8')]).toEqual([[one.id], []])
  })

  test('stands even when what is derived no more cannot be deleted', async () => {
    const at = await centre()
    const { store } = at.context()
    const one = note(many('old', 80))
    await store.commit([create(Note, one, 'written')])
    const changed = next(one, many('new', 80))
    const { result } = await meddling(
      at,
      ({ input }) => {
        if (input.TransactItems?.length === 81) throw named('ValidationException')
      },
      () => store.commit([change(Note, one, changed, 'changed')]),
    )
    expect(result).toEqual(changed)
    expect(await store.get(Note, one.id)).toEqual(changed)
  })
})

describe('a failure that passes', () => {
  const transient: [string, () => Error][] = [
    ['another transaction on an item', () => cancelled('None', 'TransactionConflict', 'None')],
    ['throttling inside a transaction', () => cancelled('ThrottlingError', 'None', 'None')],
    ['a capacity used up inside a transaction', () => cancelled('None', 'ProvisionedThroughputExceeded', 'None')],
    ['throttling', () => named('ThrottlingException')],
    ['a capacity used up', () => named('ProvisionedThroughputExceededException')],
    ['too many requests', () => named('RequestLimitExceeded')],
    ['the same transaction under way', () => named('TransactionInProgressException')],
    ['the database’s own fault', () => named('InternalServerError')],
  ]

  test.each(transient)('%s: the commit is sent again, under the same token, and has one effect', async (_, failure) => {
    const at = await centre()
    const { store } = at.context()
    const one = note(['oak'])
    const { result, attempts } = await meddling(
      at,
      (__, n) => {
        if (n <= 3) throw failure()
      },
      () => store.commit([create(Note, one, 'written')]),
    )
    expect([result, attempts.length]).toEqual([one, 4])
    const tokens = attempts.map(({ input }) => input.ClientRequestToken)
    expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(new Set(tokens).size).toBe(1)
    expect(await events(store, one)).toEqual(['note.written'])
  })

  test('a commit that went through and whose answer was lost has one effect', async () => {
    const at = await centre()
    const { store } = at.context()
    const before = await audited(at)
    const one = note(['oak'])
    const { result, attempts } = await meddling(
      at,
      async (_, n, send) => {
        if (n > 1) return
        await send()
        throw named('InternalServerError')
      },
      () => store.commit([create(Note, one, 'written')]),
    )
    expect([result, attempts.length]).toEqual([one, 2])
    expect([await events(store, one), await audited(at)]).toEqual([['note.written'], before + 1])
  })

  test('a read is tried again too', async () => {
    const at = await centre()
    const { store } = at.context()
    const one = note(['oak'])
    await store.commit([create(Note, one, 'written')])
    const reads: (() => Promise<unknown>)[] = [
      () => store.get(Note, one.id),
      () => store.findMany(Note, [one.id]).then(([first]) => first),
      () => store.query<Note>({ index: 'list', partition: 'NOTES' }).then(({ items: [first] }) => first),
    ]
    for (const read of reads) {
      const failed = new Set<string>()
      const { result } = await meddling(
        at,
        ({ command }) => {
          if (failed.has(command)) return
          failed.add(command)
          throw named('ThrottlingException')
        },
        read,
      )
      expect(result).toEqual(one)
    }
  })

  test('that does not pass ends in Throttled, with nothing written', async () => {
    const at = await centre()
    const { store } = at.context()
    const one = note()
    const fail = () => {
      throw cancelled('TransactionConflict')
    }
    const { result, attempts } = await meddling(at, fail, () => store.commit([create(Note, one, 'written')]))
    expect(result).toBeInstanceOf(Throttled)
    expect(result).toMatchObject({ status: 503, retryAfterSeconds: 2 })
    expect(attempts).toHaveLength(5)
    expect(await store.find(Note, one.id)).toBeUndefined()
  })
})

describe('a failure that does not pass', () => {
  test.each([
    ['a failed condition', () => cancelled('ConditionalCheckFailed', 'None', 'None'), 'PreconditionFailed'],
    [
      'a failed condition beside a conflict',
      () => cancelled('ConditionalCheckFailed', 'TransactionConflict'),
      'PreconditionFailed',
    ],
    ['invalid input', () => named('ValidationException'), 'ValidationException'],
    ['a missing table', () => named('ResourceNotFoundException'), 'ResourceNotFoundException'],
    ['a transaction that is invalid', () => cancelled('ValidationError'), 'TransactionCanceledException'],
    [
      'a token of another transaction',
      () => named('IdempotentParameterMismatchException'),
      'IdempotentParameterMismatchException',
    ],
  ])('%s is not tried again', async (_, failure, name) => {
    const at = await centre()
    const { store } = at.context()
    const one = note()
    await store.commit([create(Note, one, 'written')])
    const fail = () => {
      throw failure()
    }
    const { result, attempts } = await meddling(at, fail, () => store.commit([change(Note, one, next(one), 'changed')]))
    expect([(result as Error).name, attempts.length]).toEqual([name, 1])
  })

  test('a real stale version is sent once', async () => {
    const at = await centre()
    const { store } = at.context()
    const one = note()
    await store.commit([create(Note, one, 'written')])
    const stale = () => store.commit([change(Note, { ...one, version: 9 }, next(one), 'changed')])
    const { result, attempts } = await meddling(at, () => {}, stale)
    expect([result, attempts.length]).toEqual([expect.any(PreconditionFailed), 1])
  })
})

describe('a store', () => {
  test.each([[''], ['Guelph'], ['a#b'], ['a b'], ['*'], ['a\n'], ['..'], [commons]])(
    'of tenant %j is never made',
    async (tenant) => {
      const at = await centre()
      const { actor, centre: profile, locale } = at.context()
      const who = { actor, centre: { ...profile, id: tenant }, locale, permissions: permissionsOfRoles([]) }
      const asked = { requestId: 'request', purpose: 'test', now: at.api.deps.now() }
      expect(() => contextFor(at.api.deps, who, asked)).toThrow()
    },
  )

  test('of one centre reads and changes nothing of another, whose name may begin alike', async () => {
    const [at, other] = [await centre(), await centre()]
    const one = note(['oak'])
    await other.context().store.commit([create(Note, one, 'written')])
    const { store } = at.context()
    expect(await store.find(Note, one.id)).toBeUndefined()
    expect(await store.findMany(Note, [one.id])).toEqual([])
    expect(await holds(store, 'oak')).toEqual([])
    expect((await store.query({ index: 'list', partition: 'NOTES' })).items).toEqual([])
    expect((await store.timeline(Note, one.id)).items).toEqual([])
    await expect(store.commit([change(Note, one, next(one), 'changed')])).rejects.toBeInstanceOf(PreconditionFailed)
    expect(await other.context().store.get(Note, one.id)).toEqual(one)
    const { documents, prefix } = at.api.unenforced.database
    const key = { pk: `T#${other.id}#NOTE#${one.id}`, sk: 'ENTITY' }
    expect((await documents.send(new GetCommand({ TableName: `${prefix}-care`, Key: key }))).Item?.data).toEqual(one)
  })

  test('finds many in the order asked for, leaves out what is not there, and takes more than a batch holds', async () => {
    const { store } = (await centre()).context()
    const notes = Array.from({ length: 120 }, () => note())
    for (let from = 0; from < notes.length; from += 20) {
      const [first, ...rest] = notes.slice(from, from + 20).map((one) => create(Note, one, 'written'))
      if (first) await store.commit([first, ...rest])
    }
    const asked = notes.map(({ id }) => id).toReversed()
    const found = await store.findMany(Note, [...asked.slice(0, 60), 'note_0', ...asked.slice(60), asked[0] ?? ''])
    expect(found.map(({ id }) => id)).toEqual([...asked, asked[0]])
    expect(await store.findMany(Note, [])).toEqual([])
  })
})

describe('pages', () => {
  /** A centre whose list holds these words, one note each. */
  async function listOf(words: readonly string[]) {
    const { store } = (await listing).context()
    run += 1
    const marked = words.map((word) => note([`${String(run).padStart(4, '0')}${word}`]))
    const [first, ...rest] = marked.map((one) => create(Note, one, 'written'))
    if (first) await store.commit([first, ...rest])
    return { store, begins: String(run).padStart(4, '0'), marked }
  }
  const listing = centre()
  let run = 0

  const pagesOf = async <T>(page: (cursor?: string) => Promise<{ items: T[]; nextCursor?: string }>) => {
    const pages: T[][] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await page(cursor)
      pages.push(items)
      cursor = nextCursor
    } while (cursor !== undefined)
    return pages
  }

  test('of any size, in both directions, cover everything once and in order', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '小', '😀'), maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 12 }),
        fc.integer({ min: 1, max: 13 }),
        fc.boolean(),
        async (words, limit, descending) => {
          const { store, begins, marked } = await listOf(words)
          const query = { index: 'list', partition: 'NOTES', begins, descending }
          const pages = await pagesOf<Note>((cursor) => store.query({ ...query, limit, cursor }))
          const all = await store.queryAll<Note>(query)
          expect(pages.flat()).toEqual(all)
          expect(all.map(({ id }) => id).toSorted()).toEqual(marked.map(({ id }) => id).toSorted())
          const sorts = all.map(({ id, words: [first] }) => Buffer.from(`${first}#${id}`))
          const inOrder = sorts.toSorted((a, b) => Buffer.compare(a, b) * (descending ? -1 : 1))
          expect(sorts).toEqual(inOrder)
          for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('of a table’s own partition too: the timeline, oldest first', async () => {
    const { store } = (await centre()).context()
    let one = note()
    await store.commit([create(Note, one, 'written')])
    for (let n = 0; n < 6; n += 1) one = await store.commit([change(Note, one, next(one), 'changed')])
    const pages = await pagesOf<Event>((cursor) => store.timeline(Note, one.id, { limit: 3, cursor }))
    expect(pages.map(({ length }) => length).slice(0, 3)).toEqual([3, 3, 1])
    expect(pages.flat().map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('of a list in memory cover it once and in order', async () => {
    const { store } = (await centre()).context()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 30 }), fc.integer({ min: 1, max: 31 }), async (items, limit) => {
        const pages = await pagesOf<number>(async (cursor) => store.page(items, 'NUMBERS', { limit, cursor }))
        expect(pages.flat()).toEqual(items)
        expect(pages.length).toBe(Math.max(1, Math.ceil(items.length / limit)))
      }),
    )
  })

  test('go on where they ended though things come and go, and give nothing twice', async () => {
    const { store, begins, marked } = await listOf(['b', 'd', 'f', 'h'])
    const query = { index: 'list', partition: 'NOTES', begins, limit: 2 }
    const first = await store.query<Note>(query)
    const [early, late] = [note([`${begins}a`]), note([`${begins}e`])]
    await store.commit([create(Note, early, 'written'), create(Note, late, 'written')])
    const last = first.items[1]
    if (last) await store.commit([change(Note, last, next(last, [`${begins}zz`]), 'changed')])
    const rest = await pagesOf<Note>((cursor) => store.query({ ...query, cursor: cursor ?? first.nextCursor }))
    expect(rest.flat().map(({ id }) => id)).toEqual([late.id, marked[2]?.id, marked[3]?.id, last?.id])
  })
})
