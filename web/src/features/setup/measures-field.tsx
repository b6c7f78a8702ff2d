import type { UseQueryResult } from '@tanstack/react-query'
import type { Answer } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Checkbox, Loaded } from '../../ui/index.ts'

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
    <fieldset className="field">
      <legend className="visually-hidden">{say('centre.measures')}</legend>
      <p className="hint">{say('centre.measures-why')}</p>
      <Loaded query={instruments} rows={6}>
        {({ items }) => (
          <div className="grid-2">
            {items.map(({ id, title, items: questions, requiresRegistration, textSuppliedByCentre }, index) => (
              <Checkbox
                key={id}
                pointer={index === 0 ? '#/measures' : `#/measures-${id}`}
                label={inLocale(title, say.locale)}
                hint={[
                  say('centre.questions', { count: questions.length }),
                  requiresRegistration && say('centre.registration'),
                  textSuppliedByCentre && say('centre.own-text'),
                ]
                  .filter(Boolean)
                  .join(' ')}
                isChecked={value.includes(id)}
                onChange={(isChecked) => onChange(isChecked ? [...value, id] : value.filter((each) => each !== id))}
              />
            ))}
          </div>
        )}
      </Loaded>
    </fieldset>
  )
}
