import { useQuery } from '@tanstack/react-query'
import { type Answer, listExtractDefinitions, readAll } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField } from '../../ui/index.ts'

export type Saved = Answer<'listExtractDefinitions'>['items'][number]

/** The centre’s saved definitions, by name; none until they are read. */
export function useSaved(): readonly Saved[] {
  return useQuery(readAll(listExtractDefinitions, {})).data?.items ?? []
}

/** Choices that were kept under a name, one click each. */
export function SavedField({
  picked,
  onPick,
}: {
  readonly picked: string | undefined
  readonly onPick: (saved: Saved) => void
}) {
  const say = useText()
  const all = useSaved()
  if (all.length === 0) return null
  return (
    <ChipsField
      pointer="#/definition"
      label={say('extracts.saved')}
      isSingle
      value={picked ? [picked] : []}
      onChange={([id = picked]) => {
        const found = all.find((each) => each.id === id)
        if (found) onPick(found)
      }}
      choices={all.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
