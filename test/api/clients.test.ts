import { readdir } from 'node:fs/promises'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { dependents } from '../../shared/clients/merge.ts'
import type { Client } from '../../shared/clients/schema.ts'
import type { Consent } from '../../shared/consents/schema.ts'
import type { Event } from '../../shared/db/event.ts'
import type { Entity, Kind } from '../../shared/db/kind.ts'
import type { Message } from '../../shared/messages/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import type { Answer } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient, withReferral } from '../support/centre.ts'
import { commandsOf } from '../support/commands.ts'
import { withActivity, withPartner } from '../support/loop.ts'

type Problem = Answer<{
  type: string
  detail: string
  mergedInto?: string
  candidates?: { id: string; because: string[] }[]
  errors?: { pointer: string; code: string }[]
}>
interface Hits {
  readonly items: { id: string; name: string }[]
  readonly nextCursor?: string
}

const code = ({ body }: Problem) => body.type.replace('urn:rx-community:problem:', '')
const faults = ({ body }: Problem) => body.errors?.map((fault) => `${fault.pointer} ${fault.code}`)

const found = async (at: TestCentre, by: object): Promise<string[]> =>
  (await at.navigator.must<Hits>('POST', '/v1/clients/search', { body: by })).items.map(({ id }) => id)

const now = (at: TestCentre, { id }: { id: string }) => at.navigator.must<Client>('GET', `/v1/clients/${id}`)

const create = (at: TestCentre, body: object): Promise<Problem> =>
  at.navigator.post('/v1/clients', { locale: 'en', ...body })

const patch = (at: TestCentre, { id, version }: Client, body: object) =>
  at.navigator.patch<Client>(`/v1/clients/${id}`, body, { ifMatch: version })

const merge = (at: TestCentre, into: Client, from: Client) =>
  at.navigator.post<Client>(`/v1/clients/${into.id}/merge`, { from: from.id }, { ifMatch: into.version })

const events = async (at: TestCentre, path: string): Promise<string[]> =>
  (await at.navigator.must<{ items: Event[] }>('GET', `${path}/timeline?limit=100`)).items.map(({ type }) => type)

const phone = (value: string, given: object = {}) => ({
  system: 'phone',
  value,
  preferred: true,
  safe: { voicemail: true, text: true },
  ...given,
})

const full = {
  names: { given: 'Fern', family: 'Fiction', preferred: 'Fernie', other: ['Fable'] },
  pronouns: 'she/her',
  birthDate: '1951-04-12',
  chartNumber: 'G-1042',
  locale: 'fr',
  languages: ['fr', 'en'],
  needsInterpreter: false,
  contactPoints: [
    phone('519-555-0123', { use: 'home', safe: { voicemail: false, text: true, note: 'After supper.' } }),
    { system: 'email', value: 'fern@example.org', preferred: false, safe: { voicemail: false, text: false } },
  ],
  safeContact: false,
  doNotContact: false,
  town: 'Guelph',
  position: { latitude: 43.54, longitude: -80.25 },
  interests: ['singing'],
  talents: ['Plays the spoons'],
  barriers: [{ code: 'other', words: 'Shy in groups.' }, { code: 'transport' }],
  equity: { gender: 'woman', bornInCanada: 'prefer-not-to-say', peopleSupported: 2, livesAlone: 'yes' },
}

/** A centre of all that is refused: nothing of it leaves a trace. */
const untouched = centre()

describe('putting a client on file', () => {
  test('a full record is kept word for word', async () => {
    const at = await centre()
    const { status, body, headers } = await at.navigator.post<Client>('/v1/clients', full)
    expect({ status, body }).toMatchObject({ status: 201, body: { ...full, version: 1, status: 'active' } })
    expect([headers.get('Location'), headers.get('ETag')]).toEqual([`/v1/clients/${body.id}`, '"1"'])
    expect(await now(at, body)).toEqual(body)
    expect(await events(at, `/v1/clients/${body.id}`)).toEqual(['client.created'])
  })

  test('a name and a language are enough', async () => {
    const at = await centre()
    const { status, body } = await at.prescriber.post('/v1/clients', {
      names: { given: 'Al', family: 'Li' },
      locale: 'en',
    })
    expect({ status, body }).toMatchObject({ status: 201, body: { interests: [], equity: {}, doNotContact: false } })
  })

  const names = { given: 'Fern', family: 'Fiction' }
  test.each([
    [{ names: { given: 'Fern' } }, '#/names/family type'],
    [{ names: { ...names, given: '   ' } }, '#/names/given empty'],
    [{ names: { ...names, given: '\u200b\u2060' } }, '#/names/given empty'],
    [{ names: { ...names, given: 'x'.repeat(61) } }, '#/names/given too-big-text'],
    [{ names, healthCard: '1234567890' }, '#/healthCard unknown-field'],
    [{ names, birthDate: '2026-11-22' }, '#/birthDate future-date'],
    [{ names, birthDate: '1899-12-31' }, '#/birthDate too-long-ago'],
    [{ names, birthDate: '2026-02-29' }, '#/birthDate date'],
    [{ names, locale: 'de' }, '#/locale not-a-choice'],
    [{ names, contactPoints: Array(7).fill(phone('519-555-0123')) }, '#/contactPoints too-big-list'],
    [{ names, equity: { livesAlone: 'maybe' } }, '#/equity/livesAlone not-a-choice'],
    [{ names, position: { latitude: 91, longitude: 0 } }, '#/position/latitude too-big'],
    [{ names, barriers: [{ code: 'weather' }] }, '#/barriers/0/code not-a-choice'],
  ])('%j is refused and puts nobody on file', async (given, fault) => {
    const at = await untouched
    const answer = await create(at, given)
    expect([answer.status, faults(answer)]).toEqual([422, [fault]])
    expect(await found(at, { text: 'fiction' })).toEqual([])
  })

  test('born today in the centre’s calendar is not the future, whatever the day is in London', async () => {
    const at = await centre()
    at.api.pass({ hours: 12 })
    const names = { given: 'Baby', family: 'Fiction' }
    expect((await create(at, { names, birthDate: '2026-11-22' })).status).toBe(422)
    expect((await create(at, { names, birthDate: '2026-11-21' })).status).toBe(201)
  })

  test('who may not is told which permission it takes', async () => {
    const at = await centre()
    const client = await withClient(at)
    const path = `/v1/clients/${client.id}`
    const answers: Answer[] = [
      await at.evaluator.post('/v1/clients', full),
      await at.admin.post('/v1/clients/search', { text: 'fern' }),
      await at.champion.get(path),
      await at.evaluator.patch(path, {}, { ifMatch: 1 }),
      await at.prescriber.post(`${path}/merge`, { from: client.id }, { ifMatch: 1 }),
      await at.champion.get(`${path}/timeline`),
    ]
    expect(answers.map(({ status, body }) => [status, body.permission])).toEqual([
      [403, 'clients:create'],
      [403, 'clients:search'],
      [403, 'clients:read'],
      [403, 'clients:update'],
      [403, 'clients:merge'],
      [403, 'clients:read'],
    ])
  })
})

describe('likely duplicates', () => {
  const known = { names: { given: 'Zoé', family: 'O’Neil-Roy' }, birthDate: '1951-04-12', chartNumber: 'G-1042' }
  const point = { contactPoints: [phone('(519) 555-0123')] }

  test.each([
    ['the same chart number', { names: { given: 'Al', family: 'Li' }, chartNumber: 'g-1042' }, ['chart-number']],
    ['birth date and a name', { names: { given: 'Zoe', family: 'Smith' }, birthDate: '1951-04-12' }, ['birth-date']],
    [
      'phone and a name',
      { names: { given: 'Z', family: 'oneil' }, contactPoints: [phone('+1 519 555 0123')] },
      ['phone'],
    ],
    ['every name, no birth date', { names: { given: 'ZOÉ', family: "O'Neil-Roy" } }, ['name']],
    ['a further preferred name', { names: { given: 'Zoe', family: 'O’Neil Roy', preferred: 'Zed' } }, ['name']],
    ['all of it', { ...known, ...point }, ['chart-number', 'birth-date', 'phone']],
  ])('%s: offered, until somebody says it is another person', async (_, given, because) => {
    const at = await centre()
    const first = await withClient(at, { ...known, ...point } as Partial<Client>)
    const answer = await create(at, given)
    expect([answer.status, code(answer)]).toEqual([409, 'possible-duplicate'])
    expect(answer.body.candidates).toEqual([
      { id: first.id, name: 'Zoé O’Neil-Roy', birthDate: '1951-04-12', chartNumber: 'G-1042', locale: 'en', because },
    ])
    expect((await create(at, { ...given, notDuplicateOf: [first.id] })).status).toBe(201)
  })

  test.each([
    ['a namesake born on another day', { names: known.names, birthDate: '1951-04-13' }],
    ['a birth date alone', { names: { given: 'Al', family: 'Li' }, birthDate: '1951-04-12' }],
    ['a phone alone', { names: { given: 'Al', family: 'Li' }, ...point }],
    ['the family name alone', { names: { given: 'Al', family: 'O’Neil-Roy' } }],
  ])('%s is not one', async (_, given) => {
    const at = await centre()
    await withClient(at, { ...known, ...point } as Partial<Client>)
    expect((await create(at, given)).status).toBe(201)
  })

  test('the likeliest comes first', async () => {
    const at = await centre()
    const weak = await withClient(at, { names: { given: 'Zoé', family: 'Smith' }, birthDate: '1951-04-12' })
    const strong = await withClient(at, { ...known, birthDate: '1951-04-12', notDuplicateOf: [weak.id] } as never)
    const { body } = await create(at, known)
    expect(body.candidates?.map(({ id }) => id)).toEqual([strong.id, weak.id])
    expect(body.detail).toMatch(/^2 records look/)
    const fewer = await create(at, { ...known, notDuplicateOf: [weak.id] })
    expect(fewer.body.detail).toMatch(/^A record looks/)
  })

  test('a name that very many have can still be put on file', async () => {
    const at = await centre()
    const names = { given: 'Mary', family: 'Smith' }
    const before: string[] = []
    for (let n = 0; n < 22; n += 1) {
      const { id } = await withClient(at, { names, notDuplicateOf: before.slice(-20) } as never)
      before.push(id)
    }
    const offered = await create(at, { names })
    const candidates = offered.body.candidates?.map(({ id }) => id) ?? []
    expect((await create(at, { names, notDuplicateOf: candidates })).status).toBe(201)
  })

  test('another centre’s client is never one', async () => {
    const [at, other] = [await centre(), await centre()]
    await withClient(other, known as Partial<Client>)
    expect((await create(at, known)).status).toBe(201)
  })

  test('the same click twice is no duplicate of itself', async () => {
    const at = await centre()
    const send = () => at.navigator.post<Client>('/v1/clients', full, { headers: { 'Idempotency-Key': 'once' } })
    const first = await send()
    const second = await send()
    expect([first.status, second.status, second.headers.get('Location')]).toEqual([
      201,
      201,
      `/v1/clients/${first.body.id}`,
    ])
    expect(second.body).toEqual(first.body)
    expect(await found(at, { chartNumber: 'G-1042' })).toEqual([first.body.id])
  })
})

describe('searching', () => {
  const people: Record<string, Client['names']> = {
    elise: { given: 'Élise', family: 'Côté' },
    bound: { given: 'Wanjirũ', family: 'Ndegwa', preferred: 'Wanji' },
    oneil: { given: 'Sinéad', family: 'O’Neil' },
    hyphen: { given: 'Marie-Claude', family: 'Tremblay-Gagné', other: ['Bouchard', 'Claudette'] },
    short: { given: 'Bo', family: 'Li' },
    polish: { given: 'Łucja', family: 'Søren-Đặng' },
    german: { given: 'Jürgen', family: 'Weiß' },
    arabic: { given: 'فاطمة', family: 'الزهراء' },
    hindi: { given: 'मीरा', family: 'शर्मा' },
    cree: { given: 'ᐊᓂᑲ', family: 'ᓂᐱᔥ' },
    chinese: { given: '小龙', family: '𠮷野' },
    korean: { given: '민준', family: '김' },
    greek: { given: 'Κοσμάς', family: 'Νίκος' },
  }
  const cases: [text: string, who: string][] = [
    ['Elise', 'elise'],
    ['Élise', 'elise'],
    ['E\u0301lise', 'elise'],
    ['LISE', 'elise'],
    ['côt', 'elise'],
    ['cot', 'elise'],
    ['ndegwa', 'bound'],
    ['degw', 'bound'],
    ['wa', 'bound'],
    ['wanjiru', 'bound'],
    ['anji', 'bound'],
    ['O’Neil', 'oneil'],
    ["O'Neil", 'oneil'],
    ['oneil', 'oneil'],
    ['o neil', 'oneil'],
    ['neil sin', 'oneil'],
    ['marie-claude', 'hyphen'],
    ['marie claude', 'hyphen'],
    ['claude tremblay', 'hyphen'],
    ['Tremblay, Marie', 'hyphen'],
    ['gagne', 'hyphen'],
    ['bouch', 'hyphen'],
    ['dette', 'hyphen'],
    ['li', 'short'],
    ['Li B', 'short'],
    ['bo', 'short'],
    ['lucja', 'polish'],
    ['Łucja', 'polish'],
    ['soren', 'polish'],
    ['dang', 'polish'],
    ['weiss', 'german'],
    ['WEISS', 'german'],
    ['فاطم', 'arabic'],
    ['زهرا', 'arabic'],
    ['मीरा', 'hindi'],
    ['मी', 'hindi'],
    ['र्मा', 'hindi'],
    ['ᐊᓂ', 'cree'],
    ['小龙', 'chinese'],
    ['𠮷野', 'chinese'],
    ['민준', 'korean'],
    ['김', 'korean'],
    ['ΚΟΣΜΑΣ', 'greek'],
    ['νικος', 'greek'],
    ['κοσ', 'greek'],
  ]

  const everybody = async () => {
    const at = await centre()
    const ids: Record<string, string> = {}
    await Promise.all(
      Object.entries(people).map(async ([who, names]) => {
        ids[who] = (await withClient(at, { names })).id
      }),
    )
    return { at, ids }
  }
  const crowd = everybody()

  test.each(cases)('%s finds %s', async (text, who) => {
    const { at, ids } = await crowd
    expect(await found(at, { text })).toContain(ids[who])
  })

  test.each([['smith'], ['tremblay elise'], ['lix'], ['x li'], ['neilo']])('%s finds nobody', async (text) => {
    const { at } = await crowd
    expect(await found(at, { text })).toEqual([])
  })

  test('by birth date and by chart number, whatever its case', async () => {
    const at = await centre()
    const client = await withClient(at, { birthDate: '1951-04-12', chartNumber: 'Gé-1042' })
    await withClient(at, { birthDate: '1951-04-13', chartNumber: 'Gé-10422' })
    expect(await found(at, { birthDate: '1951-04-12' })).toEqual([client.id])
    expect(await found(at, { chartNumber: ' gé-1042 ' })).toEqual([client.id])
    expect(await found(at, { chartNumber: 'Gé-104' })).toEqual([])
  })

  test('never finds another centre’s client', async () => {
    const [at, other] = [await centre(), await centre()]
    const client = await withClient(other, { birthDate: '1951-04-12', chartNumber: 'G-1042' })
    for (const by of [{ text: 'fiction' }, { birthDate: '1951-04-12' }, { chartNumber: 'G-1042' }]) {
      expect(await found(at, by)).toEqual([])
      expect(await found(other, by)).toEqual([client.id])
    }
  })

  test('a hit says who it is and no more', async () => {
    const at = await centre()
    const client = await withClient(at, full as Partial<Client>)
    const { items } = await at.navigator.must<Hits>('POST', '/v1/clients/search', { body: { text: 'fable' } })
    expect(items).toEqual([
      { id: client.id, name: 'Fernie Fiction', birthDate: '1951-04-12', chartNumber: 'G-1042', locale: 'fr' },
    ])
  })

  test.each([
    [{}, '# search-one-way'],
    [{ text: 'fern', birthDate: '1951-04-12' }, '# search-one-way'],
    [{ text: 'f' }, '#/text too-small-text'],
    [{ text: 'f g h' }, '#/text too-small-text'],
    [{ text: '--' }, '#/text too-small-text'],
    [{ text: '' }, '#/text empty'],
    [{ text: 'x'.repeat(81) }, '#/text too-big-text'],
    [{ birthDate: '1951-13-01' }, '#/birthDate date'],
    [{ name: 'fern' }, '#/name unknown-field'],
  ])('%j is refused', async (by, fault) => {
    const at = await untouched
    const answer: Problem = await at.navigator.post('/v1/clients/search', by)
    expect([answer.status, faults(answer)]).toEqual([422, [fault]])
  })

  test('page after page, everybody once, though several parts of a name match', async () => {
    const at = await centre()
    const clients = []
    for (const given of ['Anna', 'Annan', 'Ananda', 'Hannah', 'Banana', 'Ana']) {
      clients.push(await withClient(at, { names: { given, family: 'Anand', preferred: `${given}an` } }))
    }
    const seen: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page: Hits = await at.navigator.must(
        'POST',
        `/v1/clients/search?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        {
          body: { text: 'an' },
        },
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
      pages += 1
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(clients.map(({ id }) => id).toSorted())
    expect(pages).toBeGreaterThan(2)
  })

  test.each([
    ['part of a name', { text: 'ict' }, 'NAME#ic'],
    ['several words', { text: 'fern ficti' }, 'NAME#fi'],
    ['birth date', { birthDate: '1951-04-12' }, 'BORN#1951-04-12'],
    ['chart number', { chartNumber: 'G-1042' }, 'CHART#g-1042'],
  ])('by %s is one query of few people, and never a scan', async (_, by, partition) => {
    const at = await centre()
    await withClient(at, full as Partial<Client>)
    await found(at, by)
    const sent = await commandsOf(at, () => found(at, by))
    const reads = sent.filter(({ command }) => command !== 'TransactWriteItemsCommand')
    // What clients withhold is read beside it.
    expect(reads.filter((read) => read.partition !== 'SHIELD')).toEqual([{ command: 'QueryCommand', partition }])
  })
})

describe('changing what is on file', () => {
  test('what is named changes, null takes an optional field away, the rest stays', async () => {
    const at = await centre()
    const client = await withClient(at, full as Partial<Client>)
    const { status, body, headers } = await patch(at, client, { town: 'Elora', pronouns: null, interests: [] })
    const { pronouns: _, ...rest } = client
    expect({ status, body }).toEqual({ status: 200, body: { ...rest, town: 'Elora', interests: [], version: 2 } })
    expect(headers.get('ETag')).toBe('"2"')
    const { items } = await at.navigator.must<{ items: Event[] }>('GET', `/v1/clients/${client.id}/timeline`)
    expect(items[0]).toMatchObject({
      type: 'client.updated',
      facts: { fields: expect.arrayContaining(['town', 'pronouns', 'interests']) },
    })
    expect(JSON.stringify(items)).not.toMatch(/Elora|Fern|she/)
  })

  test.each([
    [{ names: null }, '#/names type'],
    [{ locale: null }, '#/locale not-a-choice'],
    [{ status: 'merged' }, '#/status unknown-field'],
    [{ version: 7 }, '#/version unknown-field'],
    [{ id: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/id unknown-field'],
    [{ birthDate: '2027-01-01' }, '#/birthDate future-date'],
  ])('%j is refused and changes nothing', async (changes, fault) => {
    const at = await centre()
    const client = await withClient(at)
    const answer = (await patch(at, client, changes)) as unknown as Problem
    expect([answer.status, faults(answer)]).toEqual([422, [fault]])
    expect(await now(at, client)).toEqual(client)
  })

  test('without the version seen it is 428, with a stale one 412, and nothing changes', async () => {
    const at = await centre()
    const client = await withClient(at)
    const path = `/v1/clients/${client.id}`
    expect((await at.navigator.patch(path, { town: 'Elora' })).status).toBe(428)
    expect((await at.navigator.patch(path, { town: 'Elora' }, { ifMatch: 2 })).status).toBe(412)
    expect(await now(at, client)).toEqual(client)
  })

  test('two people change a record at once: one wins, the other is told', async () => {
    const at = await centre()
    const client = await withClient(at)
    const answers = await Promise.all(
      [at.navigator, at.prescriber].map((person, n) =>
        person.patch(`/v1/clients/${client.id}`, { town: `Town ${n}` }, { ifMatch: 1 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('who was renamed is found by the new name and by the old one no more', async () => {
    const at = await centre()
    const client = await withClient(at, { names: { given: 'Fern', family: 'Fiction' }, chartNumber: 'A-1' })
    const renamed = await patch(at, client, {
      names: { given: 'Flora', family: 'Fable' },
      birthDate: '1950-01-01',
      chartNumber: 'B-2',
    })
    expect(renamed.status).toBe(200)
    const by = [{ text: 'flora' }, { text: 'abl' }, { birthDate: '1950-01-01' }, { chartNumber: 'b-2' }]
    for (const one of by) expect(await found(at, one)).toEqual([client.id])
    const before = [{ text: 'fern' }, { text: 'ict' }, { birthDate: client.birthDate }, { chartNumber: 'A-1' }]
    for (const one of before) expect(await found(at, one)).toEqual([])
    expect(await found(at, { text: 'f flora' })).toEqual([client.id])
  })

  test('what a hit shows follows the record', async () => {
    const at = await centre()
    const client = await withClient(at)
    const { body } = await patch(at, client, { locale: 'fr' })
    await patch(at, body, { birthDate: null })
    const { items } = await at.navigator.must<Hits>('POST', '/v1/clients/search', { body: { text: 'fiction' } })
    expect(items).toEqual([{ id: client.id, name: 'Fern Fiction', locale: 'fr' }])
  })
})

describe('names of 60 letters in every field', () => {
  const letters = (from: number) =>
    Array.from({ length: 60 }, (_, n) => String.fromCodePoint(97 + ((from * 7 + n * (from + 3)) % 26))).join('')
  const long = (from: number): Client['names'] => ({
    given: letters(from),
    family: letters(from + 1),
    preferred: letters(from + 2),
    other: [letters(from + 3), letters(from + 4), letters(from + 5), letters(from + 6)],
  })
  const everything = (n: number) => ({
    names: long(n),
    birthDate: '1951-04-12',
    chartNumber: `G-${n}`,
    contactPoints: Array.from({ length: 6 }, (_, m) => phone(`519-555-0${n}${m}0`)),
  })

  test('such a client is created, renamed from end to end, and found by the new names only', async () => {
    const at = await centre()
    const client = await withClient(at, everything(1) as Partial<Client>)
    expect(await found(at, { text: letters(7) })).toEqual([client.id])
    const { status, body } = await patch(at, client, everything(11))
    expect({ status, body }).toMatchObject({ status: 200, body: { version: 2 } })
    for (const n of [11, 12, 13, 14, 15, 16, 17]) expect(await found(at, { text: letters(n) })).toEqual([client.id])
    for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(await found(at, { text: letters(n) })).toEqual([])
    expect(await found(at, { text: letters(1).slice(3, 20) })).toEqual([])
  })

  test('two such records are merged', async () => {
    const at = await centre()
    const into = await withClient(at, everything(1) as Partial<Client>)
    const from = await withClient(at, everything(11) as Partial<Client>)
    expect((await merge(at, into, from)).status).toBe(200)
    expect(await found(at, { text: letters(12) })).toEqual([])
    expect(await found(at, { text: letters(2) })).toEqual([into.id])
  })

  test('a referral that flags such a client is written', async () => {
    const at = await centre()
    const client = await withClient(at, everything(1) as Partial<Client>)
    const body = { client: client.id, source: 'nurse', reasons: ['elder-abuse'] }
    const answer = await at.prescriber.post('/v1/referrals', body, { headers: { 'Idempotency-Key': 'long' } })
    expect(answer.status).toBe(201)
  })
})

describe('merging two records of one person', () => {
  /** The same person twice on file, with one of everything on the second record. */
  async function twice() {
    const at = await centre()
    const partner = await withPartner(at)
    const activity = await withActivity(at, { partner: partner.id })
    const { client: from, referral } = await withCaseload(at)
    const consent = await at.navigator.must<Consent>('POST', `/v1/clients/${from.id}/consents`, {
      body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
    })
    const contact = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/contacts`, {
      body: { channel: 'phone', result: 'reached' },
    })
    const goal = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/goals`, {
      body: { words: 'Sing with others again.' },
    })
    const prescription = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/prescriptions`, {
      body: { activity: activity.id },
    })
    await at.navigator.must('POST', `/v1/prescriptions/${prescription.id}/request`, { body: {}, ifMatch: 1 })
    const into = await withClient(at, { names: { given: 'Fernande', family: 'Fiction' } })
    return { at, partner, into, from, referral, consent, contact, goal, prescription }
  }

  test('whatever hung on the other hangs on it now', async () => {
    const { at, partner, into, from, referral, consent, contact, prescription } = await twice()
    const { status, body } = await merge(at, into, from)
    expect({ status, body }).toMatchObject({ status: 200, body: { id: into.id, version: 2, mergedFrom: [from.id] } })
    expect(await now(at, from)).toMatchObject({ status: 'merged', mergedInto: into.id })
    for (const path of [
      `/v1/referrals/${referral.id}`,
      `/v1/contacts/${contact.id}`,
      `/v1/prescriptions/${prescription.id}`,
    ]) {
      expect(await at.navigator.must('GET', path)).toMatchObject({ client: into.id })
    }
    const store = at.context().store
    const messages = await store.queryAll<Message>({
      index: 'list',
      partition: `OF#${referral.id}`,
      begins: 'MESSAGE#',
    })
    expect(messages.map(({ client, moment }) => [client, moment])).toEqual([
      [into.id, 'accepted'],
      [into.id, 'first-contact'],
      [into.id, 'prescribed'],
    ])
    const consents = await at.navigator.must<{ items: Consent[] }>('GET', `/v1/clients/${into.id}/consents`)
    expect(consents.items.map(({ id }) => id)).toEqual([consent.id])
    const left = await store.queryAll<{ id: string }>({ index: 'client', partition: `CLIENT#${from.id}` })
    expect(left.filter(({ id }) => !id.startsWith('event_'))).toEqual([])
    const inbox = await partner.caller.must<{ items: object[] }>('GET', '/v1/partner/prescriptions')
    expect(inbox.items).toMatchObject([{ id: prescription.id, client: { name: 'Fernande F.' } }])
  })

  test('nothing that can hang on a client is left out', async () => {
    const schemas = await readdir(new URL('../../shared/', import.meta.url), { recursive: true })
    const modules = await Promise.all(
      schemas.filter((path) => path.endsWith('schema.ts')).map((path) => import(`../../shared/${path}`)),
    )
    const kinds = modules.flatMap((module) => Object.values(module) as Partial<Kind<Entity>>[])
    const ofClients = kinds.flatMap((kind) => (kind?.table && kind.client && kind.name ? [kind.name] : []))
    expect([...dependents.map(({ name }) => name), 'client'].toSorted()).toEqual([...new Set(ofClients)].toSorted())
  })

  test('both histories read as one, newest first', async () => {
    const { at, into, from } = await twice()
    const before = await events(at, `/v1/clients/${from.id}`)
    await merge(at, into, from)
    const after = await events(at, `/v1/clients/${into.id}`)
    expect(after).toEqual(expect.arrayContaining(['client.merged', 'client.merged-away', ...before]))
    const paged: Event[] = []
    let cursor: string | undefined
    do {
      const page: { items: Event[]; nextCursor?: string } = await at.navigator.must(
        'GET',
        `/v1/clients/${into.id}/timeline?limit=5${cursor ? `&cursor=${cursor}` : ''}`,
      )
      paged.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(paged.map(({ type }) => type)).toEqual(after)
    expect(paged.map(({ id }) => id)).toEqual(
      paged
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
  })

  test('asked for twice it changes nothing more', async () => {
    const { at, into, from } = await twice()
    const first = await merge(at, into, from)
    const again = await merge(at, into, from)
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(await now(at, into)).toEqual(first.body)
  })

  test('asked for by two people at once it happens once, and whoever was second may ask again', async () => {
    const { at, into, from } = await twice()
    const answers = await Promise.all([merge(at, into, from), merge(at, into, from)])
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200)
    expect((await merge(at, into, from)).status).toBe(200)
    expect(await now(at, into)).toMatchObject({ version: 2, mergedFrom: [from.id] })
  })

  test('however many went into a record, it knows them all', async () => {
    const at = await centre()
    let into = await withClient(at)
    const others: string[] = []
    for (let n = 0; n < 21; n += 1) {
      const from = await withClient(at)
      others.push(from.id)
      into = (await merge(at, into, from)).body
    }
    expect(into.mergedFrom).toEqual(others)
  })

  test('one Idempotency-Key is good for one merge', async () => {
    const at = await centre()
    const [into, from, other] = [await withClient(at), await withClient(at), await withClient(at)]
    const send = (client: Client, ifMatch: number) =>
      at.navigator.post<Client>(
        `/v1/clients/${into.id}/merge`,
        { from: client.id },
        { ifMatch, headers: { 'Idempotency-Key': 'merge' } },
      )
    const first = await send(from, 1)
    expect((await send(from, 1)).body).toEqual(first.body)
    expect((await send(other, 2)).status).toBe(422)
    expect(await now(at, other)).toEqual(other)
  })

  test('it takes over what it lacks, joins lists, and is as cautious as the more cautious of the two', async () => {
    const at = await centre()
    const into = await withClient(at, {
      contactPoints: [phone('519-555-0123')],
      interests: ['singing'],
      barriers: [{ code: 'cost' }],
    } as Partial<Client>)
    const from = await withClient(at, {
      names: { given: 'Fernanda', family: 'Fable', preferred: 'Nanda' },
      town: 'Elora',
      contactPoints: [
        phone('(519) 555-0123', { safe: { voicemail: false, text: true, note: 'Her son listens.' } }),
        phone('519-555-0199'),
      ],
      interests: ['singing', 'walking'],
      barriers: [{ code: 'cost' }, { code: 'anxiety' }],
      doNotContact: true,
      safeContact: true,
    } as Partial<Client>)
    const { body } = await merge(at, into, from)
    expect(body).toMatchObject({
      names: { given: 'Fern', family: 'Fiction', other: ['Fernanda', 'Fable', 'Nanda'] },
      town: 'Elora',
      birthDate: into.birthDate,
      interests: ['singing', 'walking'],
      barriers: [{ code: 'cost' }, { code: 'anxiety' }],
      doNotContact: true,
      safeContact: true,
    })
    expect(body.contactPoints).toEqual([
      phone('519-555-0123', { safe: { voicemail: false, text: true, note: 'Her son listens.' } }),
      phone('519-555-0199', { preferred: false }),
    ])
    expect(await found(at, { text: 'nanda' })).toEqual([into.id])
    expect(await found(at, { birthDate: from.birthDate })).toEqual([])
  })

  test('a merged record takes nothing new, and says where to go', async () => {
    const at = await centre()
    const [into, from] = [await withClient(at), await withClient(at)]
    await merge(at, into, from)
    const referral = (reason: string): Promise<Problem> =>
      at.prescriber.post('/v1/referrals', { client: from.id, source: 'nurse', reasons: [reason] })
    const answers: Problem[] = [
      await referral('stress'),
      await referral('elder-abuse'),
      (await patch(at, { ...from, version: 2 }, { town: 'Elora' })) as unknown as Problem,
    ]
    expect(answers.map((answer) => [answer.status, code(answer), answer.body.mergedInto])).toEqual(
      Array(3).fill([409, 'client-merged', into.id]),
    )
    expect(await at.navigator.get(`/v1/referrals?client=${from.id}`)).toMatchObject({ body: { items: [] } })
  })

  test('a record cannot go into itself, into a merged one, or into two', async () => {
    const at = await centre()
    const [a, b, c] = [await withClient(at), await withClient(at), await withClient(at)]
    expect(code((await merge(at, a, a)) as unknown as Problem)).toBe('merge-same')
    await merge(at, a, b)
    expect(code((await merge(at, c, b)) as unknown as Problem)).toBe('merge-same')
    expect(code((await merge(at, { ...b, version: 2 }, c)) as unknown as Problem)).toBe('merge-same')
    expect(await now(at, c)).toEqual(c)
  })

  test('a merged record goes on with the one it went into', async () => {
    const at = await centre()
    const { client: a, referral } = await withReferral(at)
    const [b, c] = [await withClient(at), await withClient(at)]
    const { body } = await merge(at, b, a)
    expect((await merge(at, c, body)).body.mergedFrom).toEqual([b.id, a.id])
    expect(await at.navigator.must('GET', `/v1/referrals/${referral.id}`)).toMatchObject({ client: c.id })
    expect(await events(at, `/v1/clients/${c.id}`)).toContain('referral.requested')
  })

  test('a stale version, another centre’s record and a made-up one are refused, with nothing changed', async () => {
    const [at, other] = [await centre(), await centre()]
    const [into, from, foreign] = [await withClient(at), await withClient(at), await withClient(other)]
    const path = `/v1/clients/${into.id}/merge`
    expect((await at.navigator.post(path, { from: from.id }, { ifMatch: 2 })).status).toBe(412)
    expect((await at.navigator.post(path, { from: from.id })).status).toBe(428)
    expect((await merge(at, into, foreign)).status).toBe(404)
    expect((await merge(at, into, { ...from, id: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' })).status).toBe(404)
    expect([await now(at, into), await now(at, from)]).toEqual([into, from])
    expect(await now(other, foreign)).toEqual(foreign)
  })

  test('a step of a referral taken while it moves tells of the survivor', async () => {
    const at = await centre()
    const { client: from, referral } = await withReferral(at)
    const into = await withClient(at)
    const [merged, accepted] = await Promise.all([
      merge(at, into, from),
      at.navigator.post(`/v1/referrals/${referral.id}/accept`, undefined, { ifMatch: 1 }),
    ])
    expect(merged.status).toBe(200)
    expect([200, 412]).toContain(accepted.status)
    const left = await at.context().store.queryAll<{ id: string }>({ index: 'client', partition: `CLIENT#${from.id}` })
    expect(left.filter(({ id }) => !id.startsWith('event_'))).toEqual([])
  })

  test('something attached while the records are merged hangs on the survivor too', async () => {
    const at = await centre()
    const [into, from] = [await withClient(at), await withClient(at)]
    const body = { client: from.id, source: 'nurse', reasons: ['stress'] }
    const [merged, ...referrals] = await Promise.all([
      merge(at, into, from),
      ...Array.from({ length: 5 }, () => at.prescriber.post<Referral>('/v1/referrals', body)),
    ])
    expect(merged.status).toBe(200)
    for (const { status, body: referral } of referrals) {
      expect([201, 409]).toContain(status)
      if (status === 201) {
        expect(await at.navigator.must('GET', `/v1/referrals/${referral.id}`)).toMatchObject({ client: into.id })
      }
    }
  })
})

test('a record is stored under its centre and nowhere else', async () => {
  const at = await centre()
  const client = await withClient(at)
  const { documents, prefix } = at.api.unenforced.database
  const read = (pk: string) =>
    documents.send(new GetCommand({ TableName: `${prefix}-care`, Key: { pk, sk: 'ENTITY' } }))
  expect((await read(`T#${at.id}#CLIENT#${client.id}`)).Item).toMatchObject({ data: { id: client.id } })
  expect((await read(`CLIENT#${client.id}`)).Item).toBeUndefined()
})
