import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { theme } from '../src/ui/theme.ts'

const name = 'virtual:tokens.css'

/**
 * The theme as a style sheet. Mantine would write it into the page while it runs, which a content security policy
 * without `unsafe-inline` or a nonce forbids: a file on a static host can hold neither.
 */
export function tokens(): Plugin {
  return {
    name: 'tokens',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root')
        : undefined,
  }
}
