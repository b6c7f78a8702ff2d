import { dictionaryVersion, wholeDictionary } from '../../shared/insights/dictionary.ts'
import { forms } from '../../shared/records/order.ts'
import type { Document } from '../openapi/document.ts'
import { fieldWords, wordsOf } from './codes.ts'
import { type Comments, readComments } from './comments.ts'
import { type Field, fieldsOf } from './fields.ts'
import { anchor, code, table } from './markdown.ts'

interface Resource {
  readonly id: string
  readonly says: string | undefined
  readonly fields: readonly Field[]
}

/** The data dictionary as a page: figures, resources with their fields, code lists, in both languages. */
export function buildPage(document: Document): string {
  const resources = resourcesOf(document)
  const lists = listsOf(resources)
  return `${[
    '# Data dictionary',
    'Written by `npm run dictionary` from the catalogues, the schemas and the comments beside them: change those instead.',
    '[The figures](#the-figures) are what extracts and dashboards show; their words have versions, and an extract says which it goes by. [Resources](#resources) are what the API answers, a table for each; what it takes is in [openapi.json](openapi.json). [Code lists](#code-lists) have the words of each code. French words are those that people see.',
    figures(),
    ...resourceSections(resources, lists),
    ...codeSections(lists),
  ].join('\n\n')}\n`
}

function figures(): string {
  const [english, french] = [wholeDictionary('en'), wholeDictionary('fr')]
  const of = (kind: string) =>
    table(
      ['id', 'English', 'Français'],
      english.flatMap((entry, at) => {
        if (entry.kind !== kind) return []
        const { name = '', definition = '' } = french[at] ?? {}
        return [[code(entry.id), `**${entry.name}.** ${entry.definition}`, `**${name}.** ${definition}`]]
      }),
    )
  return [
    '## The figures',
    `Version ${dictionaryVersion}.`,
    of('figure'),
    '### What is counted or measured of a figure',
    of('statistic'),
    '### Beside each',
    of('column'),
  ].join('\n\n')
}

/** What the API answers, sorted by name. A problem is no resource. */
function resourcesOf({ paths, components }: Document): Resource[] {
  const comments = readComments()
  const answered = new Set<string>()
  const see = (found: unknown): void => {
    for (const [, id = ''] of JSON.stringify(found ?? {}).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (answered.has(id)) continue
      answered.add(id)
      see(components.schemas[id])
    }
  }
  for (const { responses } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const [status, { content }] of Object.entries(responses)) if (status.startsWith('2')) see(content)
  }
  return [...answered].sort().map((id) => {
    const fields = fieldsOf(components.schemas[id] ?? {})
    return { id, says: comments.ofResource(id), fields: fields.map((field) => described(id, field, fields, comments)) }
  })
}

/** A comment is the outermost field's of that name: what is inside of another goes by a comment of its own or none. */
function described(id: string, field: Field, all: readonly Field[], comments: Comments): Field {
  const outermost = all.filter(({ name }) => name === field.name).toSorted((a, b) => depth(a) - depth(b))[0]
  const description = field.description ?? (outermost === field ? comments.ofField(id, field.name) : undefined)
  return { ...field, ...(description && { description }) }
}

function depth({ path }: Field): number {
  return path.split('.').length
}

/** Lists of codes by the codes in them, each with the places where it stands. */
function listsOf(resources: readonly Resource[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const { id, fields } of resources) {
    for (const { path, codes } of fields) {
      if (codes) lists.set(keyOf(codes), [...(lists.get(keyOf(codes)) ?? []), `${id}.${path}`])
    }
  }
  return lists
}

function resourceSections(resources: readonly Resource[], lists: ReadonlyMap<string, readonly string[]>): string[] {
  const typeOf = ({ type, codes, resource }: Field): string => {
    if (resource !== undefined) return type.replace('resource', `[${resource}](#${anchor(resource)})`)
    return codes ? type.replace('code', `[code](#${anchor(lists.get(keyOf(codes))?.[0] ?? '')})`) : type
  }
  return [
    '## Resources',
    'An `id` is the name of its kind and a ULID; `version` advances by one with every change, and is the `ETag`. A date is a day in the centre’s calendar (`2026-11-21`), an instant is UTC with milliseconds. `a[]` is a list of `a`; `a{}` holds an `a` under each key.',
    ...resources.map(({ id, says, fields }) => {
      const hasWords = inRecords.has(id)
      const rows = fields.map((field) => {
        const { en = '', fr = '' } = (hasWords && fieldWords(field.name)) || {}
        const own = [code(field.path), typeOf(field), field.isRequired ? 'yes' : '', field.description ?? '']
        return hasWords ? [...own, en, fr] : own
      })
      const head = ['field', 'type', 'required', 'what it is', ...(hasWords ? ['English', 'Français'] : [])]
      return [`### ${id}`, ...(says ? [says] : []), table(head, rows)].join('\n\n')
    }),
  ]
}

/** What a client's record is made of: its fields have words, for whoever reads the record. */
const inRecords = new Set(
  Object.keys(forms).map((kind) => kind.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())),
)

function codeSections(lists: ReadonlyMap<string, readonly string[]>): string[] {
  return [
    '## Code lists',
    'Codes are stored, words are shown; one without words has none in the catalogues. A list goes by the first field that has it.',
    ...[...lists].map(([key, [first = '', ...others]]) => {
      const codes = key.split('\n')
      const words = wordsOf(codes)
      const rows = codes.map((each) => [code(each), words.get(each)?.en ?? '', words.get(each)?.fr ?? ''])
      const also = others.length > 0 ? [`Also: ${others.map(code).join(', ')}.`] : []
      return [`### ${first}`, ...also, table(['code', 'English', 'Français'], rows)].join('\n\n')
    }),
  ]
}

function keyOf(codes: readonly string[]): string {
  return codes.join('\n')
}
