import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import 'virtual:tokens.css'
import './base.css'
import './controls.css'
import './layout.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { theme } from './theme.ts'

/** The kit and its styles, all of them files: nothing is written into the page while it runs. */
export function Ui({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
      colorSchemeManager={{ get: () => 'light', set() {}, subscribe() {}, unsubscribe() {}, clear() {} }}
    >
      {children}
    </MantineProvider>
  )
}
