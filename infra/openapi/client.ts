import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { buildDocument, type Document } from './document.ts'

type Json = JSONSchema
interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: Json
}
interface Described {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema?: Json }> }
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>
}

const heading = '// Written by `npm run openapi` from the operations of the API: change those instead.\n\n'

/**
 * The console's view of the API: what every operation takes and answers, as types, and where it is, as one constant
 * each, so that a bundle carries only those that it uses.
 * @returns the text of `web/src/api/operations.ts`.
 */
export async function buildClient(document: Document = buildDocument()): Promise<string> {
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...(operation as unknown as Described) })),
  )
  const types = await compile(
    {
      title: 'Operations',
      type: 'object',
      additionalProperties: false,
      required: found.map(({ operationId }) => operationId),
      properties: Object.fromEntries(found.map((operation) => [operation.operationId, shapeOf(operation)])),
      definitions: local(document.components.schemas) as Record<string, Json>,
    },
    'Operations',
    {
      bannerComment: '',
      format: true,
      additionalProperties: false,
      style: { semi: false, singleQuote: true, printWidth: 120 },
    },
  )
  const places = found.map(
    ({ operationId, method, path }) =>
      `export const ${operationId}: Operation<'${operationId}'> = { method: '${method}', path: '${path}' }`,
  )
  return `${heading}import type { Operation } from './operation.ts'\n\n${types}\n${places.join('\n')}\n`
}

/** What an operation takes, by where it goes in the request, and what it answers. */
function shapeOf({ parameters = [], requestBody, responses }: Described): Json {
  const body = requestBody?.content['application/json']?.schema
  const answer = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content?.['application/json']
  const shape: Record<string, Json> = {
    ...group('params', 'path', parameters),
    ...group('query', 'query', parameters),
    ...(body && { body: local(body) as Json }),
    ...(parameters.some(({ name }) => name === 'if-match') && { ifMatch: { type: 'integer' } }),
    answer: (local(answer?.schema ?? {}) as Json) ?? {},
  }
  const required = Object.keys(shape).filter((name) => name !== 'query')
  return { type: 'object', additionalProperties: false, required, properties: shape }
}

function group(name: string, place: string, parameters: readonly Parameter[]): Record<string, Json> {
  const own = parameters.filter((parameter) => parameter.in === place)
  if (own.length === 0) return {}
  return {
    [name]: {
      type: 'object',
      additionalProperties: false,
      required: own.filter(({ required }) => required).map((parameter) => parameter.name),
      properties: Object.fromEntries(own.map((parameter) => [parameter.name, local(parameter.schema) as Json])),
    },
  }
}

/** The same schema with references to this file's own definitions, and without what says nothing of a shape. */
function local(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(local)
  if (schema === null || typeof schema !== 'object') return schema
  const kept = Object.entries(schema).filter(([key]) => !silent.has(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, part(key, value)]))
}

function part(key: string, value: unknown): unknown {
  if (key === '$ref') return String(value).replace('#/components/schemas/', '#/definitions/')
  if (key !== 'properties') return local(value)
  // Names of fields, not words of a schema: a field may be called `description`.
  return Object.fromEntries(Object.entries(value as object).map(([name, field]) => [name, local(field)]))
}

/** Lengths of lists would become tuples of every length. */
const silent = new Set(['description', 'example', 'minItems', 'maxItems', 'pattern', 'default'])
