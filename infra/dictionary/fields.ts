type Json = Readonly<Record<string, unknown>>

/** A field of a resource, however deep inside it. */
export interface Field {
  /** `reviews[].level` */
  readonly path: string
  /** Its own name. */
  readonly name: string
  readonly type: string
  /** Of which it is one. */
  readonly codes?: readonly string[]
  /** Another resource that it is one of, or a list of. */
  readonly resource?: string
  readonly isRequired: boolean
  readonly description?: string
}

/** Every field of a resource's schema, those of parts of it after the part. Where a part has several forms, of all. */
export function fieldsOf(schema: Json, path = ''): Field[] {
  const forms = formsOf(schema)
  const names = [...new Set(forms.flatMap((form) => Object.keys(propertiesOf(form))))]
  return names.flatMap((name) => {
    const given = forms.map((form) => propertiesOf(form)[name]).filter((found) => found !== undefined)
    const [first = {}] = given
    const isRequired = forms.every((form) => (form.required as readonly string[] | undefined)?.includes(name))
    // What tells the forms apart.
    const kinds = given.map(onlyOf).filter((kind) => kind !== undefined)
    const value: Json = kinds.length > 1 && kinds.length === given.length ? { enum: kinds } : first
    const own = path === '' ? name : `${path}.${name}`
    const { description } = value
    return [
      { path: own, name, isRequired, ...typed(value), ...(typeof description === 'string' && { description }) },
      ...(isBilingual(elementOf(value)) ? [] : fieldsOf(elementOf(value), `${own}${suffixOf(value)}`)),
    ]
  })
}

/** The schema itself; the forms that it may have; none that is another resource. */
function formsOf(schema: Json): Json[] {
  const forms = (schema.oneOf ?? schema.anyOf ?? schema.allOf) as readonly Json[] | undefined
  return (forms ?? [schema])
    .flatMap((form) => (form === schema ? [form] : formsOf(form)))
    .filter(({ properties }) => properties)
}

function propertiesOf({ properties = {} }: { properties?: unknown }): Readonly<Record<string, Json>> {
  return properties as Readonly<Record<string, Json>>
}

/** The one thing that a value can be. */
function onlyOf({ const: only, enum: choices }: Json): string | undefined {
  const [sole = only, ...others] = Array.isArray(choices) ? choices : []
  return sole !== undefined && others.length === 0 ? String(sole) : undefined
}

/** What a list or a map holds; anything else is itself. */
function elementOf(schema: Json): Json {
  const element =
    schema.items ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined)
  return element === undefined ? schema : elementOf(element as Json)
}

/** The same text in both languages is one thing. */
function isBilingual(schema: Json): boolean {
  return Object.keys(propertiesOf(schema)).sort().join() === 'en,fr'
}

function suffixOf(schema: Json): string {
  if (schema.items !== undefined) return `[]${suffixOf(schema.items as Json)}`
  const values = schema.additionalProperties
  return typeof values === 'object' ? `{}${suffixOf(values as Json)}` : ''
}

function typed(schema: Json): Pick<Field, 'type' | 'codes' | 'resource'> {
  if (schema.items !== undefined) {
    const { type, ...rest } = typed(schema.items as Json)
    return { type: `list of: ${type}`, ...rest }
  }
  if (typeof schema.additionalProperties === 'object') {
    const { type, ...rest } = typed(schema.additionalProperties as Json)
    return { type: `by key: ${type}`, ...rest }
  }
  if (isBilingual(schema)) return { type: `${typed(propertiesOf(schema).en ?? {}).type}, in both languages` }
  if (typeof schema.$ref === 'string') return { type: 'resource', resource: schema.$ref.split('/').at(-1) ?? '' }
  const forms = (schema.oneOf ?? schema.anyOf) as readonly Json[] | undefined
  if (forms) {
    const known = forms.map(typed)
    const codes = known.flatMap((form) => form.codes ?? [])
    return { type: [...new Set(known.map(({ type }) => type))].join(' or '), ...(codes.length > 0 && { codes }) }
  }
  const only = onlyOf(schema)
  if (only !== undefined) return { type: `\`${only}\`` }
  if (Array.isArray(schema.enum)) return { type: 'code', codes: schema.enum.map(String) }
  return {
    type: [schema.type]
      .flat()
      .map((type) => plain(String(type ?? 'anything'), schema))
      .join(' or '),
  }
}

function plain(type: string, { pattern, format, maxLength, minimum, maximum }: Json): string {
  if (type === 'integer')
    return minimum !== undefined && maximum !== undefined && Number(maximum) < 1e6
      ? `whole number, ${minimum} to ${maximum}`
      : 'whole number'
  if (type === 'boolean') return 'yes or no'
  if (type !== 'string') return type
  const kind = /^\^([a-z-]+)_\[/.exec(String(pattern))?.[1]
  if (kind) return `id: ${kind}`
  if (format === 'date-time') return 'instant'
  if (format !== undefined) return String(format)
  return maxLength === undefined ? 'text' : `text, ${maxLength} at most`
}
