import { list } from '../i18n/formats.ts'
import { say } from '../i18n/index.ts'
import type { Message } from './schema.ts'

/** What a message back tells, as codes and names; the words come from the catalogues. */
export interface MessageFacts {
  readonly moment: Message['moment']
  /** `YYYY-MM-DD` in the centre's calendar. */
  readonly on: string
  readonly centre: { readonly en: string; readonly fr: string }
  readonly client: string
  readonly birthDate?: string
  readonly chartNumber?: string
  readonly reasons: readonly string[]
  readonly navigator?: string
  readonly activities?: readonly { readonly en: string; readonly fr: string }[]
  readonly outcome?: { readonly list: 'rejected' | 'cancelled' | 'failed' | 'completed'; readonly code: string }
  readonly words?: string
}

/**
 * Chart-ready text in both languages: who, what happened, by whom, when. A few lines, nothing that the prescriber did
 * not refer for or need to know.
 */
export function composeMessage(facts: MessageFacts): Message['text'] {
  return { en: composeIn('en', facts), fr: composeIn('fr', facts) }
}

function composeIn(locale: 'en' | 'fr', facts: MessageFacts): string {
  const reasons = facts.reasons.map((code) => say(locale, `code.referral-reason.${code}`))
  const about = [
    facts.client,
    facts.birthDate && say(locale, 'message.born', { date: facts.birthDate }),
    facts.chartNumber && say(locale, 'message.chart', { number: facts.chartNumber }),
  ]
  return [
    say(locale, 'message.heading', { centre: facts.centre[locale], date: facts.on }),
    about.filter(Boolean).join(', '),
    say(locale, 'message.reasons', { reasons: list(reasons, locale) }),
    say(locale, `message.moment.${facts.moment}`, {
      navigator: facts.navigator ?? say(locale, 'message.a-navigator'),
      activities: list(
        (facts.activities ?? []).map((name) => name[locale]),
        locale,
      ),
    }),
    facts.outcome &&
      say(locale, 'message.reason', { reason: say(locale, `code.${facts.outcome.list}.${facts.outcome.code}`) }),
    facts.words && say(locale, 'message.words', { words: facts.words }),
  ]
    .filter(Boolean)
    .join('\n')
}
