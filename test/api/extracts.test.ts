import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import { adjust } from '../../shared/db/event.ts'
import type { ExtractDefinition, ExtractHead, KeptDictionary, TakenExtract } from '../../shared/extracts/schema.ts'
import { CohortMonth, emptyMonth } from '../../shared/insights/schema.ts'
import { centre, type TestCentre, withReferral } from '../support/centre.ts'
import { settled } from '../support/settled.ts'

const year = { kind: 'months', from: '2026-01', to: '2026-12' } as const
const choices = { figures: 'everything', audience: 'outside', period: year } as const

/** A centre with a month of figures, small ones among them. */
async function counted(): Promise<TestCentre> {
  const at = await centre()
  const month: CohortMonth = {
    ...emptyMonth('2026-10'),
    version: 1,
    milestones: { referred: 60, contacted: 50, prescribed: 40, attended: 30, completed: 23 },
    daysToContact: { 3: 25, 12: 25 },
    daysToPrescription: { 8: 40 },
    closings: { 'completed:goals-met': 20, 'completed:signposted': 3, 'failed:moved': 8 },
  }
  await at.asWorker().store.commit([adjust(CohortMonth, undefined, month)])
  return at
}

const taken = (at: TestCentre, given: object = {}) =>
  at.evaluator.must<TakenExtract>('POST', '/v1/extracts', {
    body: { definition: { kind: 'choices', ...choices, ...given } },
  })

const saved = (at: TestCentre, given: object = {}) =>
  at.evaluator.must<ExtractDefinition>('POST', '/v1/extract-definitions', {
    body: { name: 'For the board', ...choices, ...given },
  })

const line = ({ lines }: Pick<TakenExtract, 'lines'>, figure: string, part?: string) =>
  lines.find((each) => each.figure === figure && each.part === part)

describe('figures line by line', () => {
  test('are for outside the centre unless asked for inside, and what is hidden is the same whatever part is asked for', async () => {
    const at = await counted()
    const read = (query: string) =>
      at.evaluator.must<TakenExtract>('GET', `/v1/insights/figures?from=2026-01&to=2026-12${query}`)
    const outside = await read('')
    expect(outside.period).toEqual({ from: '2026-01', to: '2026-12' })
    expect(line(outside, 'referred')).toMatchObject({ value: 60, n: 60, missing: 0 })
    expect(line(outside, 'closings', 'completed:signposted')).toMatchObject({ value: 'small' })
    // All that were completed, less those who met their goals, would be the three.
    expect(line(outside, 'closings', 'completed:goals-met')).toMatchObject({ value: 'beside' })
    expect(await read('&figures=closings')).toMatchObject({
      lines: outside.lines.filter(({ group }) => group === 'closings'),
    })
    const inside = await read('&audience=inside')
    expect(line(inside, 'closings', 'completed:signposted')).toMatchObject({ value: 3, n: 31, missing: 29 })
  })

  test('take a period that is one, and a permission', async () => {
    const at = await centre()
    const get = (query: string) => at.evaluator.get(`/v1/insights/figures?${query}`)
    expect(await get('from=2026-11&to=2026-10')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/query/to', code: 'period-backwards' }] },
    })
    expect(await get('audience=press')).toMatchObject({ status: 422, body: { errors: [{ code: 'not-a-choice' }] } })
    expect(await at.navigator.get('/v1/insights/figures')).toMatchObject({
      status: 403,
      body: { permission: 'insights:read' },
    })
  })
})

describe('an extract', () => {
  test('keeps the figures of its moment, with who took them, of what and for whom', async () => {
    const at = await counted()
    const extract = await taken(at)
    expect(extract).toMatchObject({
      takenBy: { id: at.evaluator.id, name: expect.stringContaining('evaluator') },
      centre: { id: at.id, name: { en: 'Maple Test CHC' } },
      figures: 'everything',
      audience: 'outside',
      period: { from: '2026-01', to: '2026-12' },
      dictionary: '2',
    })
    await withReferral(at)
    await settled(at)
    expect(await at.evaluator.must('GET', `/v1/extracts/${extract.id}`)).toEqual(extract)
    const later = await taken(at, { audience: 'inside' })
    expect([line(extract, 'referred')?.value, line(later, 'referred')?.value]).toEqual([60, 61])
  })

  test('of some figures hides what one of everything hides', async () => {
    const at = await counted()
    const all = await taken(at)
    const some = await taken(at, { figures: 'closings' })
    expect(some.lines).toEqual(all.lines.filter(({ group }) => group === 'closings'))
  })

  test('is taken by a saved definition too, whose period moves on with the calendar', async () => {
    const at = await counted()
    const definition = await saved(at, { period: { kind: 'preset', preset: 'fiscal' }, audience: 'inside' })
    const take = () =>
      at.admin.must<TakenExtract>('POST', '/v1/extracts', {
        body: { definition: { kind: 'saved', id: definition.id } },
      })
    expect(await take()).toMatchObject({
      takenBy: { id: at.admin.id },
      definition: { id: definition.id, version: 1, name: 'For the board' },
      audience: 'inside',
      period: { from: '2026-04', to: '2026-11' },
    })
    at.api.pass({ days: 150 })
    expect(await take()).toMatchObject({ period: { from: '2027-04', to: '2027-04' } })
  })

  test('is on the list of what was taken, the last first, without its figures', async () => {
    const at = await counted()
    const [first, second, third] = [await taken(at), await taken(at, { audience: 'inside' }), await taken(at)]
    const page = await at.admin.must<{ items: ExtractHead[]; nextCursor: string }>('GET', '/v1/extracts?limit=2')
    const rest = await at.admin.must<{ items: ExtractHead[] }>('GET', `/v1/extracts?limit=2&cursor=${page.nextCursor}`)
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual([third.id, second.id, first.id])
    expect(page.items[1]).toMatchObject({ audience: 'inside', takenBy: { id: at.evaluator.id } })
    expect(JSON.stringify(page)).not.toContain('"lines"')
  })

  test('sent twice with one key is taken once', async () => {
    const at = await counted()
    const headers = { 'Idempotency-Key': 'once' }
    const send = () =>
      at.evaluator.post<TakenExtract>('/v1/extracts', { definition: { kind: 'choices', ...choices } }, { headers })
    const [a, b] = [await send(), await send()]
    expect(b.body).toEqual(a.body)
    expect(await at.evaluator.must('GET', '/v1/extracts')).toMatchObject({ items: [{ id: a.body.id }] })
  })

  test('taken by two at once, the first of the centre, is two extracts and one dictionary', async () => {
    const at = await counted()
    const both = await Promise.all([taken(at), taken(at)])
    expect(new Set(both.map(({ id }) => id)).size).toBe(2)
  })

  test('is an export in the audit log, when it is taken and whenever it is read', async () => {
    const at = await counted()
    const { id } = await taken(at)
    await at.admin.must('GET', `/v1/extracts/${id}`)
    await at.admin.must('GET', '/v1/extracts')
    const log = async (who: string) =>
      (await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${who}`)).items
    const exports = [...(await log(at.evaluator.id)), ...(await log(at.admin.id))].filter(
      ({ access }) => access === 'export',
    )
    expect(exports).toMatchObject([
      { purpose: 'takeExtract', information: ['figures'], actor: { id: at.evaluator.id } },
      { purpose: 'getExtract', information: ['figures'], actor: { id: at.admin.id } },
    ])
    expect(await log(at.evaluator.id)).toContainEqual(
      expect.objectContaining({
        access: 'write',
        changed: expect.arrayContaining([{ kind: 'extract', id, version: 1 }]),
      }),
    )
  })

  test('is not taken for a period that is none, or by a definition that is not there', async () => {
    const [at, other] = [await centre(), await centre()]
    const foreign = await saved(other)
    const bad = [
      [
        { kind: 'choices', ...choices, period: { ...year, to: '2025-12' } },
        '#/definition/period/to',
        'period-backwards',
      ],
      [
        { kind: 'choices', ...choices, period: { ...year, from: '2023-01' } },
        '#/definition/period/from',
        'period-too-long',
      ],
      [
        { kind: 'choices', ...choices, period: { kind: 'preset', preset: 'ever' } },
        '#/definition/period/preset',
        'not-a-choice',
      ],
      [{ kind: 'choices', ...choices, audience: 'press' }, '#/definition/audience', 'not-a-choice'],
      [{ kind: 'choices', ...choices, client: 'x' }, '#/definition/client', 'unknown-field'],
      [{ kind: 'saved', id: foreign.id }, '#/definition/id', 'unknown-definition'],
    ] as const
    for (const [definition, pointer, code] of bad) {
      expect(await at.evaluator.post('/v1/extracts', { definition })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer, code }] },
      })
    }
    expect(await at.evaluator.must('GET', '/v1/extracts')).toEqual({ items: [] })
  })

  test('is the evaluator’s and the administrator’s, of their own centre', async () => {
    const [at, other] = [await counted(), await centre()]
    const { id } = await taken(at)
    const definition = await saved(at)
    for (const person of [at.prescriber, at.navigator, at.champion]) {
      expect(await person.post('/v1/extracts', { definition: { kind: 'choices', ...choices } })).toMatchObject({
        status: 403,
        body: { permission: 'extracts:take' },
      })
      expect(await person.post('/v1/extract-definitions', { name: 'Mine', ...choices })).toMatchObject({
        status: 403,
        body: { permission: 'extracts:define' },
      })
      for (const path of ['/v1/extracts', `/v1/extracts/${id}`, '/v1/extract-definitions']) {
        expect(await person.get(path)).toMatchObject({ status: 403, body: { permission: 'extracts:read' } })
      }
    }
    for (const path of [`extracts/${id}`, `extracts/${id}/dictionary`, `extract-definitions/${definition.id}`]) {
      expect((await other.evaluator.get(`/v1/${path}`)).status).toBe(404)
    }
  })
})

describe('as a file', () => {
  const csv = (at: TestCentre, path: string, language = 'en') =>
    at.evaluator.get<string>(path, { headers: { Accept: 'text/csv', 'Accept-Language': language } })

  test('an extract says first what it is, and words stand where a number is hidden', async () => {
    const at = await counted()
    const { id, takenAt, takenBy } = await taken(at)
    const { status, body, headers } = await csv(at, `/v1/extracts/${id}`)
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers.get('Content-Disposition')).toBe(`attachment; filename="rx-${at.id}-2026-01-2026-12.csv"`)
    const lines = body.split('\r\n')
    expect(lines.slice(0, 9)).toEqual([
      'Rx: Community,Maple Test CHC',
      `Snapshot,${id}`,
      `Taken,${takenAt}`,
      `By,${takenBy.name}`,
      'Period,2026-01,2026-12',
      'Who will read it,Outside our centre,Small numbers are hidden.',
      'Data dictionary,2',
      '',
      'figure,name,part,part-name,statistic,value,n,missing',
    ])
    expect(lines).toContain('referred,Referred,,,count,60,60,0')
    expect(lines).toContain('days-to-contact,Days to first contact,,,median-days,3,50,10')
    expect(body).toContain('completed:signposted,"Completed, informed and directed",count,Fewer than 6,31,29')
  })

  test('it is in the reader’s language, with numbers that a spreadsheet reads', async () => {
    const at = await counted()
    const { id } = await taken(at)
    const { body, headers } = await csv(at, `/v1/extracts/${id}`, 'fr')
    expect(headers.get('Content-Language')).toBe('fr')
    expect(body).toContain('Qui la lira,À l’extérieur du centre,Les petits nombres sont masqués.')
    expect(body).toContain('completed:signposted,"Terminé, ')
    expect(body).toContain(',Moins de 6,')
  })

  test('a name that would run as a formula is written as a text', async () => {
    const at = await counted()
    const definition = await saved(at, { name: '=HYPERLINK("http://example.org")' })
    const { id } = await at.evaluator.must<TakenExtract>('POST', '/v1/extracts', {
      body: { definition: { kind: 'saved', id: definition.id } },
    })
    const { body } = await csv(at, `/v1/extracts/${id}`)
    expect(body).toContain(`Saved as,"'=HYPERLINK(""http://example.org"")"`)
  })

  test('the data dictionary has every figure, statistic and column, in the version of the extract', async () => {
    const at = await counted()
    const { id } = await taken(at)
    const path = `/v1/extracts/${id}/dictionary`
    const { body } = await csv(at, path, 'fr')
    expect(body).toContain('\r\nDictionnaire de données,2\r\n')
    expect(body).toContain('\r\nfigure,contacted,')
    expect(body).toContain('\r\nstatistic,wilcoxon-p,p (de Wilcoxon),')
    expect(body).toContain('\r\ncolumn,missing,Manquants,')
    const data = await at.evaluator.must<{ dictionary: string; entries: KeptDictionary['en'] }>('GET', path)
    expect(data.dictionary).toBe('2')
    expect(data.entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['figure', 'statistic', 'column']))
  })

  test('an extract that cannot be had is refused in the form of every refusal', async () => {
    const at = await centre()
    const { status, headers } = await csv(at, '/v1/extracts/extract_01JD3Y6Q5V8Z9K2M4N6P8R0T1W')
    expect([status, headers.get('Content-Type')]).toEqual([404, 'application/problem+json'])
  })
})

describe('a saved definition', () => {
  test('is kept under a name, listed by name, changed, and taken out of use', async () => {
    const at = await centre()
    const [board, annual] = [await saved(at), await saved(at, { name: 'Annual report' })]
    const names = async () =>
      (await at.admin.must<{ items: ExtractDefinition[] }>('GET', '/v1/extract-definitions')).items.map(
        ({ name }) => name,
      )
    expect(await names()).toEqual(['Annual report', 'For the board'])
    const path = `/v1/extract-definitions/${board.id}`
    const changed = await at.admin.patch<ExtractDefinition>(path, { name: 'A board' }, { ifMatch: 1 })
    expect(changed).toMatchObject({ status: 200, body: { ...choices, name: 'A board', version: 2 } })
    expect(await at.evaluator.must('GET', path)).toEqual(changed.body)
    expect(await names()).toEqual(['A board', 'Annual report'])
    const removed = await at.evaluator.post(`${path}/remove`, undefined, { ifMatch: 2 })
    expect(removed).toMatchObject({ status: 200, body: { status: 'removed', version: 3 } })
    expect(await names()).toEqual([annual.name])
  })

  test('that was removed is neither changed, removed again nor taken by; what was taken by it stays', async () => {
    const at = await counted()
    const { id } = await saved(at)
    const body = { definition: { kind: 'saved', id } }
    const extract = await at.evaluator.must<TakenExtract>('POST', '/v1/extracts', { body })
    await at.evaluator.must('POST', `/v1/extract-definitions/${id}/remove`, { ifMatch: 1 })
    const refused = { status: 409, body: { type: 'urn:rx-community:problem:definition-removed' } }
    const path = `/v1/extract-definitions/${id}`
    expect(await at.evaluator.patch(path, { name: 'Again' }, { ifMatch: 2 })).toMatchObject(refused)
    expect(await at.evaluator.post(`${path}/remove`, undefined, { ifMatch: 2 })).toMatchObject(refused)
    expect(await at.evaluator.post('/v1/extracts', body)).toMatchObject({ status: 422 })
    expect(await at.evaluator.must('GET', `/v1/extracts/${extract.id}`)).toEqual(extract)
  })

  test('takes no name that is none, no period that is none, no stale version', async () => {
    const at = await centre()
    const { id } = await saved(at)
    const bad = [
      [{ name: ' ' }, '#/name', 'empty'],
      [{ name: 'x'.repeat(81) }, '#/name', 'too-big-text'],
      [{ period: { ...year, to: '2025-12' } }, '#/period/to', 'period-backwards'],
      [{ period: { ...year, from: '2026-13' } }, '#/period/from', 'form'],
      [{ figures: 'clients' }, '#/figures', 'not-a-choice'],
      [{ status: 'removed' }, '#/status', 'unknown-field'],
    ] as const
    for (const [given, pointer, code] of bad) {
      const refused = { status: 422, body: { errors: [{ pointer, code }] } }
      const body = { name: 'For the board', ...choices, ...given }
      expect(await at.evaluator.post('/v1/extract-definitions', body)).toMatchObject(refused)
      expect(await at.evaluator.patch(`/v1/extract-definitions/${id}`, given, { ifMatch: 1 })).toMatchObject(refused)
    }
    expect((await at.evaluator.patch(`/v1/extract-definitions/${id}`, { name: 'B' }, { ifMatch: 2 })).status).toBe(412)
    expect(await at.evaluator.must('GET', '/v1/extract-definitions')).toMatchObject({ items: [{ id, version: 1 }] })
  })
})
