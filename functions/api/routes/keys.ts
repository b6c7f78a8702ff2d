import * as z from 'zod'
import * as keys from '../../../shared/partners/keys/index.ts'
import { ApiKeySchema } from '../../../shared/partners/schema.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Keys'
const params = pathId('key')
const ofPartner = pathId('partner')
const answer = ApiKeySchema.meta({ id: 'Key' })
const issued = keys.IssuedKey.meta({ id: 'IssuedKey' })
const shownOnce = '`key` is shown this once: a request repeated with its Idempotency-Key is answered without it.'

export function keyRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/partners/{partner}/keys',
      id: 'createKey',
      tag,
      summary: 'Create an API key for a partner organisation',
      description: shownOnce,
      permission: 'keys:write',
      params: ofPartner,
      body: keys.KeyInput.meta({ id: 'KeyInput' }),
      example: { name: 'Library calendar', scopes: ['activities:write'] },
      answer: issued,
      creates: 'keys',
      refusals: ['partner-inactive', 'too-many-keys'],
    },
    (ctx, { params: { partner }, body }) => keys.createKey(ctx, { partner, ...body }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/partners/{partner}/keys',
      id: 'listKeys',
      tag,
      summary: 'List a partner organisation’s keys',
      permission: 'keys:read',
      params: ofPartner,
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { partner }, query }) => keys.listKeys(ctx, { partner, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/keys/{key}',
      id: 'getKey',
      tag,
      summary: 'Read what is known of a key',
      permission: 'keys:read',
      params,
      answer,
    },
    (ctx, { params: { key } }) => keys.readKey(ctx, key),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/keys/{key}/rotate',
      id: 'rotateKey',
      tag,
      summary: 'Replace a key by a new one, both working for a while',
      description: shownOnce,
      permission: 'keys:write',
      params,
      body: keys.RotateInput,
      example: { overlapHours: 24 },
      answer: issued,
      creates: 'keys',
      versioned: true,
      refusals: ['key-ended', 'partner-inactive', 'too-many-keys'],
    },
    (ctx, { params: { key }, body, ifMatch }) => keys.rotateKey(ctx, { id: key, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/keys/{key}/revoke',
      id: 'revokeKey',
      tag,
      summary: 'End a key within 60 seconds',
      permission: 'keys:write',
      params,
      answer,
      versioned: true,
      refusals: ['key-ended'],
    },
    (ctx, { params: { key }, ifMatch }) => keys.revokeKey(ctx, { id: key, ifMatch }),
  )
}
