import { useState } from 'react'
import { referralReasons, unsafeReasons } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, ChipsField } from '../../ui/index.ts'
import type { Reason } from './draft.ts'

/** What most people are referred for. */
const usual: readonly Reason[] = [
  'social-connection',
  'stress',
  'food-insecurity',
  'financial-insecurity',
  'housing-instability',
  'transportation-insecurity',
  'digital-literacy',
  'protective-factor',
]

/** What somebody is referred for: the usual needs in sight, all others one click away. */
export function Needs({
  pointer,
  value,
  onChange,
}: {
  readonly pointer: string
  readonly value: readonly Reason[]
  readonly onChange: (reasons: Reason[]) => void
}) {
  const say = useText()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? [...usual, ...referralReasons.filter((reason) => !usual.includes(reason))] : usual
  return (
    <div className="stack-small">
      <ChipsField
        pointer={pointer}
        label={say('refer.needs')}
        hint={say('refer.needs-why')}
        value={value}
        onChange={onChange}
        choices={shown.map((reason) => ({ value: reason, label: capital(say(`code.referral-reason.${reason}`)) }))}
      />
      {!isAll && (
        <div>
          <Button kind="quiet" size="small" icon="plus" onClick={() => setAll(true)}>
            {say('refer.more-needs')}
          </Button>
        </div>
      )}
      {value.some((reason) => unsafeReasons.includes(reason)) && (
        <Banner kind="warning" title={say('refer.unsafe')}>
          {say('refer.unsafe-why')}
        </Banner>
      )}
    </div>
  )
}
