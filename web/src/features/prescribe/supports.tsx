import { capital } from '../../../../shared/i18n/capital.ts'
import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { ChipsField, TextField } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'

type Support = Answer<'getPrescription'>['supports'][number]
type Barrier = Support['code']

/** What is arranged, by what it answers, each with a few words: `Bus tickets for the first month`. */
export type Supports = Readonly<Partial<Record<Barrier, string>>>

const always: readonly Barrier[] = ['transport', 'cost', 'companion', 'interpreter', 'child-care']

/** What may be arranged: what stands in this client's way first. */
export function choicesOf(barriers: readonly Barrier[], { barriersAnswered }: Activity): readonly Barrier[] {
  return [...new Set([...barriers, ...always, ...barriersAnswered])]
}

/** As it was noted, or else what the organiser answers of what stands in the client's way. */
export function startingWith(
  noted: readonly Support[] | undefined,
  barriers: readonly Barrier[],
  { barriersAnswered }: Activity,
): Supports {
  const arranged = noted
    ? noted.filter((support) => support.arranged).map(({ code, words = '' }) => [code, words])
    : barriers.filter((code) => barriersAnswered.includes(code)).map((code) => [code, ''])
  return Object.fromEntries(arranged)
}

/** As the API takes them: what is arranged, and what stands in the way though nothing is. */
export function supportsOf(supports: Supports, barriers: readonly Barrier[]): Support[] {
  const codes = [...new Set([...barriers, ...(Object.keys(supports) as Barrier[])])]
  return codes.map((code) => {
    const words = supports[code]?.trim()
    return { code, arranged: supports[code] !== undefined, ...(words && { words }) }
  })
}

/** Supports as chips, and a line of words for each that is arranged. */
export function SupportsField({
  choices,
  value,
  onChange,
}: {
  readonly choices: readonly Barrier[]
  readonly value: Supports
  readonly onChange: (value: Supports) => void
}) {
  const say = useText()
  const arranged = choices.filter((code) => value[code] !== undefined)
  return (
    <div className="stack-small">
      <ChipsField
        pointer="#/supports"
        label={say('prescribe.supports')}
        hint={say('prescribe.supports-why')}
        isOptional
        value={arranged}
        onChange={(codes) => onChange(Object.fromEntries(codes.map((code) => [code, value[code] ?? ''])))}
        choices={choices.map((code) => ({ value: code, label: capital(say(`code.barrier.${code}`)) }))}
      />
      {arranged.map((code) => (
        <TextField
          key={code}
          pointer={`#/words/${code}`}
          label={say('prescribe.support-words', { support: say(`code.barrier.${code}`) })}
          isOptional
          maxLength={300}
          value={value[code] ?? ''}
          onChange={(words) => onChange({ ...value, [code]: words })}
        />
      ))}
    </div>
  )
}
