import type { Line, Value } from './lines.ts'
import { fewest, fewestForMean } from './suppress.ts'

/** How whoever shows lines finds words: of the screen's catalogue, or of a file's language. */
type Say = (key: string, params?: Readonly<Record<string, number>>) => string

/** What is counted apart, in words: a way of closing, or when people were asked again. None where nothing is. */
export function partWords({ group, part = '' }: Pick<Line, 'group' | 'part'>, say: Say): string {
  if (part === '') return ''
  if (group === 'loneliness') return capital(say(`word.${part}`))
  const [status, reason] = part.split(':')
  return `${capital(say(`status.${status}`))}, ${say(`code.${status}.${reason}`)}`
}

/** The words in the place of a number that is hidden: on the screen and in the file the same. */
export function hiddenWords(why: Exclude<Value, number | null>, say: Say): string {
  return say(`hidden.${why}.name`, { fewest: why === 'few' ? fewestForMean : fewest })
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
