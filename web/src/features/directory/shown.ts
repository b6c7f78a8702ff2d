import { codeWords } from '../../../../shared/activities/words.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { type Activity, type Draft, draftOf } from './draft.ts'

/** What differs between what was typed and what is there now, in words. */
export function useShown(
  mine: Draft,
  found: Activity | undefined,
): { readonly label: string; readonly mine: string; readonly theirs: string }[] {
  const say = useText()
  if (found === undefined) return []
  const theirs = draftOf(found, mine.startOn)
  const both = (of: (draft: Draft) => string) => [of(mine), of(theirs)] as const
  const lines: readonly (readonly [string, readonly [string, string]])[] = [
    [say('directory.name-in.en'), both(({ name }) => name.en)],
    [say('directory.name-in.fr'), both(({ name }) => name.fr)],
    [say('directory.description-in.en'), both(({ description }) => description.en)],
    [say('directory.description-in.fr'), both(({ description }) => description.fr)],
    [say('activities.kind'), both(({ category }) => category && capital(say(`activities.category.${category}`)))],
    [say('activities.languages'), both(({ languages }) => languages.join(', '))],
    [say('activities.tags'), both(({ tags }) => codeWords(tags, 'code.interest', say))],
    [
      say('activities.when'),
      both(({ repeats, days, startOn, startAt, minutes, until }) =>
        [
          say(`directory.repeat.${repeats}`),
          codeWords(days, 'activities.day', say),
          startOn,
          startAt,
          `${minutes} min`,
          until,
        ].join(', '),
      ),
    ],
    [
      say('directory.takes-place'),
      both(({ place }) => say(place === 'place' ? 'directory.a-place' : `activities.location.${place}`)),
    ],
    [say('directory.place-in.en'), both(({ placeName }) => placeName.en)],
    [say('directory.place-in.fr'), both(({ placeName }) => placeName.fr)],
    [say('activities.where'), both(({ address, town, url }) => [address, town, url].filter(Boolean).join(', '))],
    [say('activities.cost-label'), both(({ cost, dollars }) => [say(`directory.cost.${cost}`), dollars].join(' '))],
    [say('directory.capacity'), both(({ capacity }) => capacity)],
    [say('directory.admission'), both(({ admission }) => capital(say(`activities.admission.${admission}`)))],
    [
      say('activities.accessible'),
      both(({ accessibility }) => codeWords(accessibility, 'activities.accessibility', say)),
    ],
    [say('activities.helps'), both(({ barriersAnswered }) => codeWords(barriersAnswered, 'code.barrier', say))],
    [say('directory.eligibility-in.en'), both(({ eligibility }) => eligibility.en)],
    [say('directory.eligibility-in.fr'), both(({ eligibility }) => eligibility.fr)],
    [
      say('activities.contact'),
      both(({ contactName, contactPhone, contactEmail }) =>
        [contactName, contactPhone, contactEmail].filter(Boolean).join(', '),
      ),
    ],
    [say('directory.role-in.en'), both(({ role }) => role.en)],
    [say('directory.role-in.fr'), both(({ role }) => role.fr)],
    [say('directory.visibility'), both(({ visibility }) => capital(say(`activities.visibility.${visibility}`)))],
  ]
  return lines.filter(([, [a, b]]) => a !== b).map(([label, [a, b]]) => ({ label, mine: a, theirs: b }))
}
