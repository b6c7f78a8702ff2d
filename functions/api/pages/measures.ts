import type { Locale } from '../../../shared/core/text.ts'
import { instruments } from '../../../shared/outcomes/instruments/index.ts'

/** A measure's title, where an id is of one. */
export function measureTitle(id: string, locale: Locale): string | undefined {
  return find(id)?.title[locale]
}

/** Answers to a measure as its questions and what was chosen, in words; an answer that is none of its own as it is. */
export function answered(
  id: unknown,
  answers: Readonly<Record<string, unknown>>,
  locale: Locale,
): [question: string, answer: unknown][] {
  const items = (typeof id === 'string' && find(id)?.items) || []
  return Object.entries(answers).map(([name, answer]) => {
    const item = items.find((known) => known.id === name)
    const option = item && 'options' in item ? item.options.find(({ code }) => code === answer) : undefined
    return [item?.text?.[locale] ?? name, option?.label[locale] ?? answer]
  })
}

function find(id: string) {
  return Object.hasOwn(instruments, id) ? instruments[id as keyof typeof instruments] : undefined
}
