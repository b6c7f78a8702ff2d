import type { MantineThemeOverride } from '@mantine/core'

/** Ten shades, as Mantine counts them; the sixth is the brand colour, 6.1:1 on white both ways. */
const brand = [
  '#eaf6f4',
  '#d3ebe7',
  '#a8d7cf',
  '#79c2b6',
  '#4ea597',
  '#2c8a7b',
  '#126e60',
  '#0b5a4e',
  '#08483e',
  '#05352e',
] as const

/** For what ends something: 7.6:1 on white. */
const danger = [
  '#fdeeee',
  '#fbdcdb',
  '#f3b5b2',
  '#e88a86',
  '#d65c56',
  '#bd3a33',
  '#a32019',
  '#8c1a14',
  '#6e140f',
  '#500e0a',
] as const

/** How the console looks. Contrast of each pair: see docs/console.md. */
export const theme: MantineThemeOverride = {
  primaryColor: 'brand',
  primaryShade: 6,
  colors: { brand, danger },
  black: '#1b2522',
  defaultRadius: 'md',
  radius: { md: '8px' },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  respectReducedMotion: true,
  cursorType: 'pointer',
}
