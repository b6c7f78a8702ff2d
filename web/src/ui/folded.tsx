import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** What is in sight where there is room, and on a phone behind its label. */
export function FoldedOnPhones({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const isPhone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false })
  if (!isPhone) return children
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  )
}
