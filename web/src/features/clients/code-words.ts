import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'

const codes: readonly string[] = [
  'yes',
  'no',
  'dont-know',
  'prefer-not-to-say',
  'first-nations',
  'inuit',
  'metis',
  'under-15000',
  '15000-29999',
  '30000-59999',
  '60000-89999',
  '90000-or-more',
]

/** An answer to a question on equity as the page says it: a code's words, or the client's own. */
export function useCodeWords(): (value: unknown) => string {
  const say = useText()
  const one = (value: unknown) => (codes.includes(String(value)) ? capital(say(`word.${value}`)) : String(value))
  return (value) => (Array.isArray(value) ? value.map(one).join(', ') : one(value))
}
