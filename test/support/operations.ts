import * as z from 'zod'
import type { TestApi } from './api.ts'

export interface RegisteredOperation {
  readonly id: string
  readonly method: string
  /** With `{parameters}`. */
  readonly path: string
  readonly permission: string | null
  readonly hasBody: boolean
  /** The body as the documentation shows it. */
  readonly example: unknown
  readonly takesVersion: boolean
  /** Answers 201 with what it made. */
  readonly creates: boolean
  /** Query parameters. */
  readonly query: readonly QueryParameter[]
}

interface QueryParameter {
  readonly name: string
  /** Of an id, its kind. */
  readonly kind?: string
  readonly isRequired: boolean
  readonly example: unknown
}

/** Every operation of an app, as it registered itself. */
export function operationsOf({ app }: Pick<TestApi, 'app'>): RegisteredOperation[] {
  return app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return []
    const { method, path, request, responses } = definition.route
    const media = request?.body?.content['application/json']
    return {
      id: definition.route.operationId ?? '',
      method: method.toUpperCase(),
      path,
      permission: (definition.route as { 'x-permission'?: string | null })['x-permission'] ?? null,
      hasBody: media !== undefined,
      example: media && 'example' in media ? media.example : undefined,
      takesVersion: responses !== undefined && '428' in responses,
      creates: responses !== undefined && '201' in responses,
      query: request?.query ? parametersOf(request.query as z.ZodType) : [],
    }
  })
}

function parametersOf(query: z.ZodType): QueryParameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, given]) => {
    const { pattern = '', example } = given as { pattern?: string; example?: unknown }
    const kind = /^\^([a-z-]+)_/.exec(pattern)?.[1]
    return { name, ...(kind && { kind }), isRequired: required.includes(name), example }
  })
}

const ulid = '01JD3Y6Q5V8Z9K2M4N6P8R0T1W'

/**
 * The path with an id for every parameter.
 * @param ids of real things; of other kinds there is a well-formed id of nothing.
 */
export function fill(path: string, ids: readonly string[] = []): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'date') return '2026-11-24'
    return `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}_${ulid}`
  })
  return real(filled, ids)
}

/** A text with the ids of nothing in it replaced by ids of real things of the same kind. */
export function real(text: string, ids: readonly string[]): string {
  return ids.reduce((filled, id) => filled.replaceAll(`${id.split('_')[0]}_${ulid}`, id), text)
}
