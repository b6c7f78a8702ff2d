import type { Input } from '../../api/index.ts'
import type { Client } from './person.ts'

type Body = Input<'updateClient'>['body']

/** The fields that are edited together, in the order of the form. */
const draftFields = [
  'names',
  'pronouns',
  'birthDate',
  'chartNumber',
  'locale',
  'languages',
  'needsInterpreter',
  'town',
  'contactPoints',
  'safeContact',
  'doNotContact',
  'interests',
  'talents',
  'barriers',
  'equity',
] as const
export type DraftField = (typeof draftFields)[number]

/** A record while it is edited; what is empty is left out when it is sent. */
export type Draft = Pick<Client, DraftField>

export function draftOf(client: Client): Draft {
  return Object.fromEntries(draftFields.map((field) => [field, client[field]])) as unknown as Draft
}

/** What differs from the record as it was read: nothing else is sent, so that others' changes elsewhere stand. */
export function changesOf(base: Client, draft: Draft): Body {
  const tidied = tidy(draft)
  const changed = draftFields.filter((field) => !isSame(tidied[field], base[field]))
  return Object.fromEntries(changed.map((field) => [field, tidied[field] ?? null])) as Body
}

/** Whether two values hold the same, in whatever order their parts are. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
}

function tidy(draft: Draft): Draft {
  const { given, family, preferred, other } = draft.names
  const otherNames = (other ?? []).map((name) => name.trim()).filter(Boolean)
  const text = (value: string | undefined) => value?.trim() || undefined
  const kept = {
    ...draft,
    names: {
      given: given.trim(),
      family: family.trim(),
      ...(preferred?.trim() && { preferred: preferred.trim() }),
      ...(otherNames.length > 0 && { other: otherNames }),
    },
    pronouns: text(draft.pronouns),
    birthDate: text(draft.birthDate),
    chartNumber: text(draft.chartNumber),
    town: text(draft.town),
    contactPoints: draft.contactPoints.map(({ safe: { note, ...safe }, ...point }) => ({
      ...point,
      value: point.value.trim(),
      safe: { ...safe, ...(note?.trim() && { note: note.trim() }) },
    })),
    talents: draft.talents.map((talent) => talent.trim()).filter(Boolean),
    barriers: draft.barriers.map(({ code, words }) => ({ code, ...(words?.trim() && { words: words.trim() }) })),
  }
  return kept as Draft
}
