import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInput } from '../../shared/core/errors.ts'
import { openCursor, sealCursor } from '../../shared/db/cursor.ts'

const key = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed())
const keys = fc.dictionary(fc.constantFrom('pk', 'sk', 'listSk', 'clientSk', 'from'), key)
const query = fc.string({ maxLength: 60 })
const secret = fc.string({ minLength: 32, maxLength: 40 })

const refused = (open: () => unknown) => {
  expect(open).toThrow(InvalidInput)
}

test('what was sealed is what is opened', () => {
  fc.assert(
    fc.property(secret, query, keys, (secret, query, keys) => {
      expect(openCursor(secret, query, sealCursor(secret, query, keys))).toEqual(keys)
    }),
  )
})

test('a cursor fits an address as it is, whatever the keys hold', () => {
  fc.assert(
    fc.property(secret, query, keys, (secret, query, keys) => {
      const cursor = sealCursor(secret, query, keys)
      expect(encodeURIComponent(cursor)).toBe(cursor)
    }),
  )
})

test('one character changed, dropped, doubled or added anywhere, and it opens nothing', () => {
  const character = fc.constantFrom(...'ABCxyz019-_.=+/ é😀')
  fc.assert(
    fc.property(secret, query, keys, fc.nat(), character, (secret, query, keys, where, other) => {
      const cursor = sealCursor(secret, query, keys)
      const at = where % cursor.length
      const [before, here = '', after] = [cursor.slice(0, at), cursor[at], cursor.slice(at + 1)]
      const changed = [before + after, before + here + here + after, before + other + here + after, cursor + other]
      if (other !== here) changed.push(before + other + after)
      for (const one of changed) if (one !== cursor) refused(() => openCursor(secret, query, one))
    }),
  )
})

test('another query, tenant or deployment opens nothing', () => {
  fc.assert(
    fc.property(secret, secret, query, query, keys, (secret, otherSecret, query, otherQuery, keys) => {
      const cursor = sealCursor(secret, query, keys)
      if (otherQuery !== query) refused(() => openCursor(secret, otherQuery, cursor))
      if (otherSecret !== secret) refused(() => openCursor(otherSecret, query, cursor))
    }),
  )
})

test('the seal of one cursor does not fit the keys of another', () => {
  fc.assert(
    fc.property(secret, query, keys, keys, (secret, query, one, other) => {
      const [payload] = sealCursor(secret, query, one).split('.')
      const [otherPayload, seal] = sealCursor(secret, query, other).split('.')
      if (payload !== otherPayload) refused(() => openCursor(secret, query, `${payload}.${seal}`))
    }),
  )
})

test('any text that we did not seal opens nothing', () => {
  fc.assert(
    fc.property(secret, query, fc.string(), (secret, query, text) => refused(() => openCursor(secret, query, text))),
  )
})
