import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { inLocale, useText, useTextIn } from '../../i18n/index.ts'
import type { Locale } from '../../i18n/locale.ts'
import { Actions, Button, Form } from '../../ui/index.ts'
import { Choices } from './choices.tsx'
import { type Given, type Item, withoutAnswer } from './questions.ts'

/** One question, large enough to be read together, in the language of who answers. */
export function Question({
  stem,
  item,
  number,
  locale,
  given,
  isLast,
  isSaving,
  problem,
  onNext,
  onBack,
}: {
  readonly stem: { en: string; fr: string } | undefined
  readonly item: Item
  readonly number: number
  readonly locale: Locale
  readonly given: Given | undefined
  readonly isLast: boolean
  readonly isSaving: boolean
  readonly problem: Problem | undefined
  readonly onNext: (given: Given) => void
  readonly onBack: ((given: Given | undefined) => void) | undefined
}) {
  const say = useTextIn(locale)
  const page = useText()
  const isOnline = useOnline()
  const heading = useRef<HTMLHeadingElement>(null)
  const [picked, setPicked] = useState(given)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const submit = () => {
    setMissing(picked === undefined)
    if (picked !== undefined) onNext(picked)
  }
  return (
    <div lang={`${locale}-CA`}>
      <Form
        onSubmit={submit}
        problem={problem}
        faults={isMissing && picked === undefined ? [{ pointer: '#/answer', detail: page('measures.choose') }] : []}
      >
        <fieldset className="question">
          <legend>
            {stem && <span className="question-stem">{inLocale(stem, locale)}</span>}
            <h2 ref={heading} tabIndex={-1}>
              {item.text ? inLocale(item.text, locale) : say('measures.on-paper', { number })}
            </h2>
          </legend>
          <Choices
            item={item}
            locale={locale}
            picked={typeof picked === 'number' ? picked : undefined}
            onPick={setPicked}
          />
        </fieldset>
        <fieldset className="without" aria-label={say('measures.without')}>
          {withoutAnswer.map((code) => (
            <Button
              key={code}
              kind="quiet"
              isDisabled={isSaving || (isLast && !isOnline)}
              aria-pressed={picked === code}
              onClick={() => {
                setPicked(code)
                onNext(code)
              }}
            >
              {say(`measures.without-answer.${code}`)}
            </Button>
          ))}
        </fieldset>
        <Actions>
          <Button type="submit" kind="primary" size="large" isBusy={isSaving} isDisabled={isLast && !isOnline}>
            {say(isLast ? 'measures.save' : 'measures.next')}
          </Button>
          {onBack && (
            <Button size="large" isDisabled={isSaving} onClick={() => onBack(picked)}>
              {say('common.back')}
            </Button>
          )}
        </Actions>
      </Form>
    </div>
  )
}
