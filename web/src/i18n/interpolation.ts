import type { InterpolationOptions } from 'i18next'

/** How `{names}` in texts are filled in: numbers as the language writes them, everything else as it stands. */
export const interpolation: InterpolationOptions = {
  prefix: '{',
  suffix: '}',
  // React escapes what it shows.
  escapeValue: false,
  alwaysFormat: true,
  format: (value: unknown, _, locale) =>
    typeof value === 'number' ? new Intl.NumberFormat(`${locale}-CA`).format(value) : String(value),
}
