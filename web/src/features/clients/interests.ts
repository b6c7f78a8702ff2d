import { interests } from '../../../../shared/core/codes.ts'
import { useText } from '../../i18n/index.ts'

const known: readonly string[] = interests

/** An interest as the page says it: the words of a code, or the client's own. */
export function useInterestWords(): (interest: string) => string {
  const say = useText()
  return (interest) => (known.includes(interest) ? say(`code.interest.${interest}`) : interest)
}
