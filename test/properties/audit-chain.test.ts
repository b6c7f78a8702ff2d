import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArchiveFile, makeArchiveFile, type Reference, referenceTo } from '../../shared/audit/archive-file.ts'
import { verifyChain } from '../../shared/audit/chain.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'

const hours = ['2026-03-31T22', '2026-03-31T23', '2026-04-01T04', '2026-04-02T15', '2027-01-01T00']

test('an archive as the archiver writes it holds', async () => {
  const files = chain()
  expect(await verifyChain(files)).toEqual({
    files: 5,
    entries: 15,
    last: referenceTo(files.at(-1) ?? fail()),
  })
  expect(await verifyChain([])).toEqual({ files: 0, entries: 0, last: undefined })
})

test('any byte of any file changed, put in or taken out: that file is named', async () => {
  const files = chain()
  const change = fc.record({
    file: fc.nat(files.length - 1),
    position: fc.nat(),
    how: fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constantFrom('in' as const, 'out' as const)),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ file, position, how }) => {
      const { key, bytes } = files[file] ?? fail()
      const at = position % bytes.length
      const byte = how === 'out' ? [] : how === 'in' ? [bytes[at] ?? 0, 10] : [(bytes[at] ?? 0) ^ how]
      const altered = { key, bytes: Buffer.concat([bytes.subarray(0, at), Buffer.from(byte), bytes.subarray(at + 1)]) }
      const { broken } = await verifyChain(files.with(file, altered))
      expect(broken?.key).toBe(key)
    }),
    { numRuns: 500 },
  )
})

test('any file but the newest taken away: it is named as missing', async () => {
  for (const { key } of chain().slice(0, -1)) {
    const { broken } = await verifyChain(chain().filter((file) => file.key !== key))
    expect(broken).toEqual({ key, flaw: 'missing' })
  }
})

test('any file made anew from other entries, seal and all: the digest that the next one names gives it away', async () => {
  const files = chain()
  for (const [n, { key }] of files.slice(0, -1).entries()) {
    const before = files[n - 1]
    const forged = fileOf(hours[n] ?? '', before && referenceTo(before), 2)
    expect(forged.key).toBe(key)
    const { broken } = await verifyChain(files.with(n, forged))
    expect(broken).toEqual({ key, flaw: 'replaced' })
  }
})

test('a forged file with all later files forged to fit: the newest digest is another than was noted', async () => {
  const noted = (await verifyChain(chain())).last
  const forged = await verifyChain(chain(1))
  expect(forged.broken).toBeUndefined()
  expect(forged.last?.sha256).not.toBe(noted?.sha256)
})

test('two files that changed places', async () => {
  const [one, two, three, ...rest] = chain()
  if (!one || !two || !three) fail()
  expect((await verifyChain([one, three, two, ...rest])).broken).toEqual({ key: two.key, flaw: 'missing' })
  const exchanged = [one, { key: two.key, bytes: three.bytes }, { key: three.key, bytes: two.bytes }, ...rest]
  expect((await verifyChain(exchanged)).broken).toEqual({ key: two.key, flaw: 'misplaced' })
})

test('the same file twice, a file slipped in, a second beginning', async () => {
  const [one, two, ...rest] = chain()
  if (!one || !two) fail()
  expect((await verifyChain([one, one, two, ...rest])).broken).toEqual({ key: one.key, flaw: 'sequence' })
  const slipped = fileOf('2026-03-31T22', undefined, 1)
  expect((await verifyChain([slipped, two, ...rest])).broken).toEqual({ key: one.key, flaw: 'replaced' })
  const between = fileOf('2026-04-01T00', referenceTo(two), 1)
  expect((await verifyChain([one, two, between, ...rest])).broken).toEqual({ key: between.key, flaw: 'added' })
  const anew = fileOf('2028-01-01T00', undefined, 1)
  expect((await verifyChain([one, two, ...rest, anew])).broken).toEqual({ key: anew.key, flaw: 'restarted' })
})

test('a line added, two lines exchanged, an entry of another hour, no entry at all', async () => {
  const { key, bytes } = fileOf(hours[0] ?? '', undefined, 3)
  const [header = '', ...lines] = Buffer.from(bytes).toString().trimEnd().split('\n')
  const [one = '', two = '', three = ''] = lines
  const flaw = async (...written: string[]) =>
    (await verifyChain([{ key, bytes: Buffer.from(`${written.join('\n')}\n`) }])).broken?.flaw
  expect(await flaw(header, one, two, three)).toBeUndefined()
  expect(await flaw(header, one, two, three, three)).toBe('altered')
  expect(await flaw(header, two, one, three)).toBe('altered')
  expect(await flaw(header)).toBe('altered')
  expect(await flaw('[]', one)).toBe('unreadable')
  const foreign = makeArchiveFile({ centre: 'guelph', hour: hours[0] ?? '', previous: null }, [
    entry(hours[1] ?? '', 0),
  ])
  expect((await verifyChain([foreign])).broken).toEqual({ key, flaw: 'hour' })
  const double = [entry(hours[0] ?? '', 0), entry(hours[0] ?? '', 0)]
  const twice = makeArchiveFile({ centre: 'guelph', hour: hours[0] ?? '', previous: null }, double)
  expect((await verifyChain([twice])).broken).toEqual({ key, flaw: 'order' })
})

test('the same entries make the same bytes, whatever order they and their fields come in', () => {
  const entries = [0, 1, 2].map((n) => entry(hours[0] ?? '', n))
  const turned = entries.map((one) => Object.fromEntries(Object.entries(one).reverse()) as AuditEntry).reverse()
  const of = (all: readonly AuditEntry[]) =>
    makeArchiveFile({ centre: 'guelph', hour: hours[0] ?? '', previous: null }, all)
  expect(of(turned)).toEqual(of(entries))
})

/** @param forgedAt the file that is made of other entries, and those after it follow it. */
function chain(forgedAt?: number): ArchiveFile[] {
  const files: ArchiveFile[] = []
  for (const [n, hour] of hours.entries()) {
    const before = files.at(-1)
    files.push(fileOf(hour, before && referenceTo(before), n === forgedAt ? 2 : 3))
  }
  return files
}

function fileOf(hour: string, previous: Reference | undefined, count: number): ArchiveFile {
  const entries = Array.from({ length: count }, (_, n) => entry(hour, n))
  return makeArchiveFile({ centre: 'guelph', hour, previous: previous ?? null }, entries)
}

function entry(hour: string, n: number): AuditEntry {
  return {
    id: `audit_01JD3Y6Q5V8Z9K2M4N6P8R0T${String(n).padStart(2, '0')}`,
    at: `${hour}:0${n}:00.000Z`,
    actor: { id: 'staff_é', kind: 'person', roles: ['navigator'] },
    access: 'read',
    purpose: 'getClient',
    requestId: 'request_1',
    client: 'client_1',
    information: ['client'],
  }
}

function fail(): never {
  throw new Error('No such file.')
}
