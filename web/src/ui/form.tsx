import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Fault, Problem } from '../api/problem.ts'
import { useOnline } from '../app/online.ts'
import { useText } from '../i18n/index.ts'
import { fieldId } from './field-id.ts'
import { Banner } from './states.tsx'
import { Flag } from './status.tsx'
import { useUnsaved } from './unsaved.ts'

const wordFields = 'textarea, input:not([type="checkbox"], [type="radio"])'

const Faults = createContext<readonly Fault[]>([])

/** What is wrong with the value that a pointer means, or with anything inside it. */
export function useFault(pointer: string): string | undefined {
  return useContext(Faults).find((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
    ?.detail
}

/**
 * A form that says what is wrong twice, above and at the field, and moves there. Values are the caller's: nothing that
 * was typed is lost, neither by a refusal nor by leaving. Ctrl+Enter sends it from anywhere inside.
 */
export function Form({
  children,
  onSubmit,
  problem,
  faults = [],
  isHeldUp = false,
  isDisposable = false,
  isCompared = false,
  label,
}: {
  readonly children: ReactNode
  readonly onSubmit: () => void
  /** The API's refusal of what was sent last. */
  readonly problem?: Problem | undefined
  /** What the form itself found before anything was sent. */
  readonly faults?: readonly Fault[]
  /** It was sent, and is not kept for a reason that is told elsewhere. */
  readonly isHeldUp?: boolean
  /** What is typed is no work, or none is left: nobody asks before it is lost. */
  readonly isDisposable?: boolean
  /** What somebody else changed meanwhile is shown in a `Conflict`, which says so itself. */
  readonly isCompared?: boolean
  readonly label?: string
}) {
  const say = useText()
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const found = faults.length > 0 ? faults : (problem?.faults ?? [])
  const [isTyped, setTyped] = useState(false)
  const [isSent, setSent] = useState(false)
  const isRefused = found.length > 0 || problem !== undefined || isHeldUp
  useUnsaved(form, isTyped && !isDisposable && (isRefused || !isSent))
  // What is picked takes a click to pick again: only words are missed.
  const onInput = ({ target }: FormEvent) => {
    setSent(false)
    if ((target as Element).matches(wordFields)) setTyped(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    setTries(tries + 1)
    onSubmit()
  }
  return (
    <Faults value={found}>
      <form
        ref={form}
        noValidate
        aria-label={label}
        onSubmit={submit}
        onInput={onInput}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          // As the button does, and nothing while that is switched off.
          form.current?.querySelector<HTMLElement>('[type="submit"]')?.click()
        }}
      >
        {problem?.code === 'precondition-failed' && !isCompared && (
          <Banner kind="warning" title={<span lang={`${say.locale}-CA`}>{say('common.changed')}</span>} />
        )}
        <ErrorSummary problem={problem} faults={found} tries={tries} />
        {children}
      </form>
    </Faults>
  )
}

/**
 * All that is wrong, above the form, each a link to its field. Takes the focus when something was sent, and leaves it
 * where it is while somebody puts things right.
 */
function ErrorSummary({
  problem,
  faults,
  tries,
}: {
  readonly problem: Problem | undefined
  readonly faults: readonly Fault[]
  /** How often it was sent. */
  readonly tries: number
}) {
  const say = useText()
  const summary = useRef<HTMLDivElement>(null)
  const isShown = faults.length > 0 || (problem !== undefined && problem.code !== 'precondition-failed')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sent again and refused again takes the focus anew.
  useEffect(() => {
    if (isShown) summary.current?.focus()
  }, [isShown, problem, tries])
  if (!isShown) return null
  return (
    <div
      ref={summary}
      className="error-summary"
      role="alert"
      // The form around it may be in the language of somebody else.
      lang={`${say.locale}-CA`}
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{say('common.problem')}</h2>
      {faults.length === 0 && problem && <p>{problem.isOffline ? say('common.unreachable') : problem.detail}</p>}
      <ul>
        {faults.map((fault) => (
          <li key={fault.pointer}>
            <a
              href={`#${fieldId(fault.pointer)}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(fault.pointer)
              }}
            >
              {fault.detail}
            </a>
          </li>
        ))}
      </ul>
      {problem?.reference && faults.length === 0 && (
        <p className="hint">{say('common.reference', { reference: problem.reference })}</p>
      )}
    </div>
  )
}

/** A fault may point deeper than a field does. */
function focusField(pointer: string): void {
  for (let path = pointer; path.includes('/'); path = path.slice(0, path.lastIndexOf('/'))) {
    const field = document.getElementById(fieldId(path))
    if (field) {
      field.focus()
      return
    }
  }
}

/** Buttons at the end of a form: what it is for first. Without a network they say why they are switched off. */
export function Actions({ children }: { readonly children: ReactNode }) {
  const say = useText()
  const isOnline = useOnline()
  return (
    <div className="actions">
      {children}
      {!isOnline && (
        <Flag icon="alert" tone="warning">
          <span lang={`${say.locale}-CA`}>{say('common.offline')}</span>
        </Flag>
      )}
    </div>
  )
}
