import type { TestApi } from './api.ts'

export interface RegisteredOperation {
  readonly method: string
  /** With `{parameters}`. */
  readonly path: string
  readonly permission: string | null
  readonly hasBody: boolean
  /** The body as the documentation shows it. */
  readonly example: unknown
  readonly takesVersion: boolean
}

/** Every operation of the API, as it registered itself. */
export function operationsOf({ app }: TestApi): RegisteredOperation[] {
  return app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return []
    const { method, path, request, responses } = definition.route
    const media = request?.body?.content['application/json']
    return {
      method: method.toUpperCase(),
      path,
      permission: (definition.route as { 'x-permission'?: string | null })['x-permission'] ?? null,
      hasBody: media !== undefined,
      example: media && 'example' in media ? media.example : undefined,
      takesVersion: responses !== undefined && '428' in responses,
    }
  })
}

/** The path with a well-formed id of nothing for every parameter. */
export function fill(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'date') return '2026-11-24'
    const kind = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return `${kind}_01JD3Y6Q5V8Z9K2M4N6P8R0T1W`
  })
}
