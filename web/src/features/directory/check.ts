import { useState } from 'react'
import type { Fault } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import type { Draft } from './draft.ts'

/** What the form itself can see is missing before anything is sent: both languages above all. */
export function useCheck(draft: Draft): { readonly faults: readonly Fault[]; isRight(): boolean } {
  const say = useText()
  const [isTried, setTried] = useState(false)
  const needed: readonly (readonly [pointer: string, label: string, value: string])[] = [
    ['#/name/en', say('directory.name-in.en'), draft.name.en],
    ['#/name/fr', say('directory.name-in.fr'), draft.name.fr],
    ['#/description/en', say('directory.description-in.en'), draft.description.en],
    ['#/description/fr', say('directory.description-in.fr'), draft.description.fr],
    ['#/category', say('activities.kind'), draft.category],
    ['#/languages', say('activities.languages'), draft.languages.join()],
    ...(draft.place === 'place'
      ? ([
          ['#/location/name/en', say('directory.place-in.en'), draft.placeName.en],
          ['#/location/name/fr', say('directory.place-in.fr'), draft.placeName.fr],
          ['#/location/town', say('directory.town'), draft.town],
        ] as const)
      : []),
    ...(draft.cost === 'fee' ? ([['#/cost/cents', say('directory.dollars'), draft.dollars]] as const) : []),
  ]
  const found = needed
    .filter(([, , value]) => value.trim() === '')
    .map(([pointer, label]) => ({ pointer, detail: say('common.required', { field: label }) }))

  function isRight() {
    setTried(true)
    return found.length === 0
  }

  return { faults: isTried ? found : [], isRight }
}
