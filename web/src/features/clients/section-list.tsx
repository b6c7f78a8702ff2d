import { type MouseEvent, useEffect, useState } from 'react'
import { useCan } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { FoldedOnPhones } from '../../ui/index.ts'

const sections = [
  { id: 'matters', isOfReferral: true },
  { id: 'strengths' },
  { id: 'referrals' },
  { id: 'plan', isOfReferral: true },
  { id: 'contacts', isOfReferral: true },
  { id: 'measures', isOfReferral: true },
  { id: 'consents', needs: 'consents:read' },
  { id: 'directives', needs: 'directives:read' },
  { id: 'messages', isOfReferral: true },
  { id: 'details' },
] as const

/** The parts of the page, in sight where there is room; the one that is being read is marked. */
export function SectionList({ hasReferral }: { readonly hasReferral: boolean }) {
  const say = useText()
  const can = useCan()
  const current = useCurrentSection()
  return (
    <nav className="record-nav" aria-label={say('client.sections')}>
      <FoldedOnPhones label={say('client.sections')}>
        <ul>
          {sections
            .filter((section) => hasReferral || !('isOfReferral' in section))
            .filter((section) => !('needs' in section) || can(section.needs))
            .map(({ id }) => (
              <li key={id}>
                <a href={`#${id}`} onClick={foldAgain} aria-current={current === id ? 'true' : undefined}>
                  {say(`client.section.${id}`)}
                </a>
              </li>
            ))}
        </ul>
      </FoldedOnPhones>
    </nav>
  )
}

/** Before the browser goes there: what is below moves up. */
function foldAgain({ currentTarget }: MouseEvent<HTMLAnchorElement>): void {
  currentTarget.closest('details')?.removeAttribute('open')
}

/** The section at the top of the window. */
function useCurrentSection(): string {
  const [current, setCurrent] = useState('')
  useEffect(() => {
    const onScroll = () => {
      const above = sections.filter(({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? 1e6) < 240)
      setCurrent(above.at(-1)?.id ?? '')
    }
    addEventListener('scroll', onScroll, { passive: true })
    return () => removeEventListener('scroll', onScroll)
  }, [])
  return current
}
