import { createHmac, timingSafeEqual } from 'node:crypto'
import { InvalidInput } from '../core/errors.ts'

/**
 * A cursor carries only where a page ended: keys below the tenant. It is sealed for one tenant and one query, so it is
 * of no use elsewhere, and the keys handed to the database are rebuilt under the tenant of the request.
 */
export type CursorKeys = Readonly<Record<string, string>>

/**
 * @param query what the cursor belongs to: tenant, index and partition, in one text.
 */
export function sealCursor(secret: string, query: string, keys: CursorKeys): string {
  const payload = Buffer.from(JSON.stringify(keys)).toString('base64url')
  return `${payload}.${seal(secret, query, payload)}`
}

/**
 * @throws InvalidInput for a cursor that was changed, or that another query, tenant or deployment made.
 */
export function openCursor(secret: string, query: string, cursor: string): CursorKeys {
  const [payload, mark, ...rest] = cursor.split('.')
  if (payload === undefined || mark === undefined || rest.length > 0) throw foreignCursor()
  const expected = Buffer.from(seal(secret, query, payload))
  const given = Buffer.from(mark)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw foreignCursor()
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as CursorKeys
}

function seal(secret: string, query: string, payload: string): string {
  return createHmac('sha256', secret).update(`${query}\n${payload}`).digest('base64url').slice(0, 22)
}

function foreignCursor(): InvalidInput {
  return new InvalidInput([{ pointer: '/query/cursor', code: 'foreign-cursor' }])
}
