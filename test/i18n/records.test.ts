import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { fieldWords } from '../../functions/api/pages/values.ts'
import { dependents } from '../../shared/clients/merge.ts'
import { staffRoles } from '../../shared/core/permissions.ts'
import { hasText } from '../../shared/i18n/index.ts'
import { forms } from '../../shared/records/order.ts'

type Schema = Record<string, unknown>
const kinds = ['client', ...dependents.map(({ name }) => name)]

/** Every property of a schema, however deep, and every code that it may have. */
function* parts(schema: unknown, name = ''): Generator<{ name: string; codes: unknown[] }> {
  if (Array.isArray(schema)) for (const part of schema) yield* parts(part, name)
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return
  const { properties, enum: choices, const: only, ...rest } = schema as Schema
  yield { name, codes: [...(Array.isArray(choices) ? choices : []), ...(only === undefined ? [] : [only])] }
  for (const [property, value] of Object.entries((properties ?? {}) as Schema)) yield* parts(value, property)
  for (const key of ['items', 'anyOf', 'oneOf', 'allOf']) yield* parts(rest[key], name)
}

const lists = [
  'word',
  'status',
  'section',
  'role',
  ...['referral-reason', 'barrier', 'interest', 'failed'].map((list) => `code.${list}`),
]

test('a record can be read: every field and every code in it has words in both languages', () => {
  expect(Object.keys(forms).toSorted()).toEqual(kinds.toSorted())
  const schemas = Object.values(forms).map((form) => z.toJSONSchema(form, { unrepresentable: 'any' }))
  const all = schemas.flatMap((schema) => [...parts(schema)])
  const untold = ['', 'id', 'version', 'client', 'mergedFrom', 'formerly', 'instrumentVersion', 'tellsOf', 'en', 'fr']
  const fields = [...new Set(all.map(({ name }) => name))].filter((name) => !untold.includes(name))
  expect(fields.length).toBeGreaterThan(100)
  for (const field of fields) expect(hasText(`field.${field}`), field).toBe(true)
  expect(fieldWords('birthDate', 'fr')).toBe('Date de naissance')
  const codes = [...new Set(all.flatMap((part) => part.codes))].filter((code) => typeof code === 'string')
  expect(codes.length).toBeGreaterThan(100)
  for (const code of codes)
    expect(
      lists.some((list) => hasText(`${list}.${code}`)),
      code,
    ).toBe(true)
})

test('every part of a record and every role has words to the client', () => {
  for (const kind of kinds) expect(hasText(`section.${kind}`) && hasText(`information.${kind}`), kind).toBe(true)
  for (const role of staffRoles) expect(hasText(`role.${role}`), role).toBe(true)
})

test('everything that can happen to a part of a record has a word', async () => {
  const folders = await readdir(new URL('../../shared/', import.meta.url), { recursive: true })
  const { readFile } = await import('node:fs/promises')
  const sources = await Promise.all(
    folders
      .filter(
        (path) =>
          path.endsWith('.ts') && !/^(activities|partners|centres|staff|insights|extracts|offboarding)\//.test(path),
      )
      .map((path) => readFile(new URL(`../../shared/${path}`, import.meta.url), 'utf8')),
  )
  const verbs = sources.flatMap((source) =>
    [
      /\b(?:create|change)\([^()]*(?:\([^()]*\)[^()]*)*?, '([a-z-]+)'/g,
      /\btype: '[a-z-]+\.([a-z-]+)'/g,
      /\bverb: '([a-z-]+)'/g,
      /followUpStep\([^']*(?:'due'|'done'|'cancelled')[^']*'([a-z-]+)'/g,
    ].flatMap((pattern) => [...source.matchAll(pattern)].map(([, verb]) => verb)),
  )
  expect(new Set(verbs).size).toBeGreaterThan(30)
  for (const verb of new Set(verbs)) expect(hasText(`step.${verb}`), verb).toBe(true)
})
