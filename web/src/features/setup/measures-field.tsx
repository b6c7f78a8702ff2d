import type { UseQueryResult } from '@tanstack/react-query'
import type { Answer } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { ChecksField, Loaded } from '../../ui/index.ts'

/** The questionnaires that clients are asked, each with how long it is and what using it takes. */
export function MeasuresField({
  instruments,
  value,
  onChange,
}: {
  readonly instruments: UseQueryResult<Answer<'listInstruments'>>
  readonly value: readonly string[]
  readonly onChange: (measures: string[]) => void
}) {
  const say = useText()
  return (
    <Loaded query={instruments} rows={6}>
      {({ items }) => (
        <ChecksField
          pointer="#/measures"
          label={<span className="visually-hidden">{say('centre.measures')}</span>}
          hint={say('centre.measures-why')}
          isWide
          choices={items.map(({ id, title, items: questions, requiresRegistration, textSuppliedByCentre }) => ({
            value: id,
            label: inLocale(title, say.locale),
            hint: [
              say('centre.questions', { count: questions.length }),
              requiresRegistration && say('centre.registration'),
              textSuppliedByCentre && say('centre.own-text'),
            ]
              .filter(Boolean)
              .join(' '),
          }))}
          value={value}
          onChange={onChange}
        />
      )}
    </Loaded>
  )
}
