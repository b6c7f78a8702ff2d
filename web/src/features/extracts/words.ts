import { capital } from '../../../../shared/i18n/capital.ts'
import { number } from '../../../../shared/i18n/formats.ts'
import type { Text } from '../../i18n/index.ts'
import type { Figure, Value } from './figures.ts'
import { fewest, fewestForMean, isHidden } from './suppress.ts'

/** What is counted apart, in words: a way of closing, or when people were asked again. */
export function partWords({ definition, part = '' }: Pick<Figure, 'definition' | 'part'>, say: Text): string {
  if (part === '') return ''
  if (definition === 'loneliness') return capital(say(`word.${part}`))
  const [status, reason] = part.split(':')
  return `${capital(say(`status.${status}`))}, ${say(`code.${status}.${reason}`)}`
}

/** A number that is hidden, in words: on the screen and in the file the same. */
export function hiddenWords(value: Value, say: Text): string {
  if (value === 'small') return say('common.suppressed', { count: fewest })
  if (value === 'few') return say('extracts.few', { count: fewestForMean })
  return say('extracts.beside')
}

export function valueWords(value: Value, say: Text): string {
  if (value === null) return say('extracts.nothing')
  return isHidden(value) ? hiddenWords(value, say) : number(value, say.locale, { maximumFractionDigits: 3 })
}
