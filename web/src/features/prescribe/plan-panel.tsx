import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../i18n/index.ts'
import { IconButton } from '../../ui/index.ts'

/** Where one activity is looked at, beside the list. Takes the focus when it opens; Escape closes it. */
export function PlanPanel({
  name,
  onClose,
  children,
}: {
  readonly name: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const say = useText()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    // Where it is above the list, the list has been scrolled away from it.
    if ((panel.current?.getBoundingClientRect().top ?? 0) < 0) panel.current?.scrollIntoView()
  }, [])
  return (
    <aside
      ref={panel}
      className="panel plan"
      aria-label={name}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className="panel-header">
        <h2>{name}</h2>
        <IconButton icon="close" label={say('common.close')} onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}
