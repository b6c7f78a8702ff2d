type Schema = Record<string, unknown>

/**
 * An example value of a JSON Schema: its own example where it has one, else the plainest value that fits.
 * @param components where `#/components/schemas/...` points.
 */
export function sampleOf(schema: Schema, components: Readonly<Record<string, Schema>>): unknown {
  const { $ref } = schema
  if (typeof $ref === 'string') return sampleOf(components[$ref.split('/').at(-1) ?? ''] ?? {}, components)
  if (schema.example !== undefined) return schema.example
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const [choice] = [schema.anyOf, schema.oneOf].find(Array.isArray) ?? []
  if (choice) return sampleOf(choice as Schema, components)
  const all = schema.allOf
  if (Array.isArray(all)) return Object.assign({}, ...all.map((part) => sampleOf(part as Schema, components)))
  return ofType(schema, components)
}

function ofType(schema: Schema, components: Readonly<Record<string, Schema>>): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, property]) => [
          name,
          sampleOf(property, components),
        ]),
      )
    case 'array':
      return schema.items ? [sampleOf(schema.items as Schema, components)] : []
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 1), schema.exclusiveMinimum === undefined ? 0 : 1)
    case 'boolean':
      return true
    case 'string':
      return ofFormat(schema)
    default:
      return null
  }
}

function ofFormat({ format, pattern }: Schema): string {
  if (format === 'email') return 'fern@example.org'
  if (format === 'uri') return 'https://example.org/'
  if (format === 'date') return '2026-11-21'
  const kind = /^\^([a-z-]+)_\[/.exec(String(pattern))?.[1]
  return kind ? `${kind}_01JD3Y6Q5V8Z9K2M4N6P8R0T1W` : 'text'
}
