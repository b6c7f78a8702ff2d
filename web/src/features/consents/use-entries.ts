import { useQueries } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import {
  type Answer,
  listContacts,
  listGoals,
  listOutcomes,
  listPrescriptions,
  read,
  readAll,
} from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import type { Choice } from '../../ui/index.ts'

/** Every entry of a record that can be withheld on its own, in words that tell it from the others. */
export function useEntries(referrals: readonly Answer<'getReferral'>[]): readonly Choice[] {
  const say = useText()
  const { zone } = useMe().centre
  const of = (id: string) => ({ params: { referral: id } })
  const prescriptions = useQueries({ queries: referrals.map(({ id }) => readAll(listPrescriptions, of(id))) })
  const contacts = useQueries({ queries: referrals.map(({ id }) => readAll(listContacts, of(id))) })
  const outcomes = useQueries({ queries: referrals.map(({ id }) => readAll(listOutcomes, of(id))) })
  const goals = useQueries({ queries: referrals.map(({ id }) => read(listGoals, of(id))) })
  const entry = (value: string, kind: string, what: string, at: string): Choice => ({
    value,
    label: `${say(`privacy.entry.${kind}`)}, ${day(at.length > 10 ? dayOf(at, zone) : at, say.locale)}, ${what}`,
  })
  return [
    ...referrals.map(({ id, reasons, requestedAt }) =>
      entry(id, 'referral', reasons.map((reason) => say(`code.referral-reason.${reason}`)).join(', '), requestedAt),
    ),
    ...prescriptions
      .flatMap(({ data }) => data?.items ?? [])
      .map(({ id, activityName, proposedAt }) =>
        entry(id, 'prescription', inLocale(activityName, say.locale), proposedAt),
      ),
    ...contacts
      .flatMap(({ data }) => data?.items ?? [])
      .map(({ id, channel, result, at }) =>
        entry(id, 'contact', `${say(`word.${result}`)}, ${say(`word.${channel}`)}`, at),
      ),
    ...outcomes
      .flatMap(({ data }) => data?.items ?? [])
      .map(({ id, phase, takenOn }) => entry(id, 'outcome', say(`word.${phase}`), takenOn)),
    ...goals
      .flatMap(({ data }) => data?.items ?? [])
      .map(({ id, words, setAt }) => entry(id, 'goal', capital(words.slice(0, 60)), setAt)),
  ]
}
