import { createAdminApp } from '../../functions/admin/app.ts'
import { createApp } from '../../functions/api/app.ts'
import { makeDeps } from '../../functions/api/deps.ts'
import { sampleOf } from './sample.ts'

type Json = Record<string, unknown>
interface Media {
  schema?: Json
  example?: unknown
}
interface Operation {
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { content?: Record<string, Media> }>
}
export interface Document {
  openapi: string
  info: Json
  servers?: Json[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json>; securitySchemes?: Json }
}

const info = {
  title: 'Rx: Community',
  version: '1',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  description: [
    'The open platform for social prescribing. A prescriber refers a client to a navigator; the navigator and the client choose activities together; a partner takes the client in; everyone learns whether it helped.',
    'Errors are problem documents (RFC 9457) with a stable `type`, in English or French by `Accept-Language`. A POST may carry an `Idempotency-Key`: the same request sent again has one effect and one answer. What was read has an `ETag`; changing it takes `If-Match` (412 when somebody was faster). Lists answer `items` and `nextCursor`.',
  ].join('\n\n'),
}

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'An access token of the identity provider (staff), or an API key `rxc_...` (partners).',
  },
  session: { type: 'apiKey', in: 'cookie', name: '__Host-rxc', description: 'The cookie that sign-in sets.' },
}

/** The OpenAPI 3.1 document of both functions' operations, each with an example of what it takes and answers. */
export function buildDocument(): Document {
  const deps = makeDeps({
    RXC_ENV: 'docs',
    TABLE_PREFIX: 'docs',
    DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
    CURSOR_SECRET: 'used for nothing while a document is written',
    PUBLIC_URL: 'https://rx.example.org',
    OIDC_ISSUER: 'https://identity.example.org',
    OIDC_CLIENT_ID: 'docs',
    OIDC_JWKS_URL: 'https://identity.example.org/jwks',
  })
  const [api, admin] = [createApp(deps), createAdminApp(deps)].map(
    (app) => app.getOpenAPI31Document({ openapi: '3.1.0', info }) as unknown as Document,
  )
  if (api === undefined || admin === undefined) throw new Error('A document is missing.')
  const document: Document = {
    ...api,
    servers: [{ url: 'http://127.0.0.1:3000', description: 'npm start' }],
    paths: { ...api.paths, ...admin.paths },
    components: { schemas: { ...api.components.schemas, ...admin.components.schemas }, securitySchemes },
  }
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    for (const response of Object.values(operation.responses)) exemplify(document, response.content)
    exemplify(document, operation.requestBody?.content)
  }
  return document
}

/** Problems all look alike: their one example is with their schema. */
function exemplify(document: Document, content: Record<string, Media> | undefined): void {
  for (const [type, media] of Object.entries(content ?? {})) {
    if (type === 'application/problem+json' || media.example !== undefined || media.schema === undefined) continue
    media.example = sampleOf(media.schema, document.components.schemas)
  }
}
