import type { ReactNode } from 'react'
import {
  codeWords,
  costWords,
  languageWords,
  placesWords,
  whenWords,
  whereWords,
} from '../../../../shared/activities/words.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Button, Dialog } from '../../ui/index.ts'
import type { Match } from './filter.ts'
import { Reasons } from './reasons.tsx'

/** Up to three activities side by side, line by line. */
export function Compare({
  matches,
  isOpen,
  onClose,
  onChoose,
}: {
  readonly matches: readonly Match[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (id: string) => void
}) {
  const say = useText()
  const nameOf = ({ activity }: Match) => inLocale(activity.name, say.locale)
  const lines: readonly (readonly [string, (match: Match) => ReactNode])[] = [
    [say('activities.when'), ({ activity }) => whenWords(activity.schedule, say)],
    [say('activities.where'), ({ activity }) => whereWords(activity, say)],
    [say('activities.cost-label'), ({ activity }) => costWords(activity, say)],
    [say('activities.languages'), ({ activity }) => languageWords(activity, say)],
    [say('activities.places-label'), ({ activity }) => placesWords(activity, say)],
    [
      say('activities.accessible'),
      ({ activity }) =>
        codeWords(activity.accessibility, 'activities.accessibility', say) || say('prescribe.not-stated'),
    ],
    [
      say('activities.helps'),
      ({ activity }) => codeWords(activity.barriersAnswered, 'code.barrier', say) || say('prescribe.not-stated'),
    ],
    [say('prescribe.why'), ({ reasons }) => <Reasons of={reasons} label={say('prescribe.why')} />],
  ]
  return (
    <Dialog title={say('prescribe.compare')} isOpen={isOpen} onClose={onClose} size="xl">
      <table className="table compare">
        <caption className="visually-hidden">{say('prescribe.compare')}</caption>
        <thead>
          <tr>
            <td />
            {matches.map((match) => (
              <th key={match.activity.id} scope="col">
                {nameOf(match)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {matches.map((match) => (
                <td key={match.activity.id} data-label={nameOf(match)}>
                  {cell(match)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{say('prescribe.choose')}</th>
            {matches.map((match) => (
              <td key={match.activity.id}>
                <Button size="small" onClick={() => onChoose(match.activity.id)}>
                  {say('prescribe.choose-one', { activity: nameOf(match) })}
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Dialog>
  )
}
