import { capital } from '../i18n/capital.ts'
import type { Text } from '../i18n/text.ts'
import type { Line, Value } from './lines.ts'
import { fewest, fewestForMean } from './suppress.ts'

/** What is counted apart, in words: a way of closing, or when people were asked again. None where nothing is. */
export function partWords({ group, part = '' }: Pick<Line, 'group' | 'part'>, say: Text): string {
  if (part === '') return ''
  if (group === 'loneliness') return capital(say(`word.${part}`))
  const [status, reason] = part.split(':')
  return `${capital(say(`status.${status}`))}, ${say(`code.${status}.${reason}`)}`
}

/** The words in the place of a number that is hidden: on the screen and in the file the same. */
export function hiddenWords(why: Exclude<Value, number | null>, say: Text): string {
  return say(`hidden.${why}.name`, { fewest: why === 'few' ? fewestForMean : fewest })
}
