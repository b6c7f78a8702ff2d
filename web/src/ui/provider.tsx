import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/VisuallyHidden.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Radio.css'
import '@mantine/core/styles/Switch.css'
import '@mantine/core/styles/Progress.css'
import '@mantine/core/styles/Skeleton.css'
import 'virtual:tokens.css'
import './base.css'
import './controls.css'
import './layout.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { useKeptFocus } from './kept-focus.ts'
import { theme } from './theme.ts'

/** The kit and its styles, all of them files: nothing is written into the page while it runs. */
export function Ui({ children }: { readonly children: ReactNode }) {
  useKeptFocus()
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
