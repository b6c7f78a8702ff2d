import type { ReactNode } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, languageName, list } from '../../../../shared/i18n/formats.ts'
import { useText } from '../../i18n/index.ts'
import { useCodeWords } from './code-words.ts'
import type { Draft, DraftField } from './draft.ts'
import { useInterestWords } from './interests.ts'

/** What stands in a field, in words, for comparing two versions of it. */
export function useFieldWords(): (field: DraftField, of: Draft) => ReactNode {
  const say = useText()
  const interestOf = useInterestWords()
  const codeOf = useCodeWords()
  const lines = (words: readonly string[]) =>
    words.length === 0 ? say('common.none') : words.map((word) => <div key={word}>{word}</div>)
  return (field, of) => {
    switch (field) {
      case 'names': {
        const { given, family, preferred, other = [] } = of.names
        return lines([`${given} ${family}`, ...(preferred ? [preferred] : []), ...other])
      }
      case 'birthDate':
        return of.birthDate ? day(of.birthDate, say.locale) : say('common.none')
      case 'locale':
        return capital(languageName(of.locale, say.locale))
      case 'languages':
        return list(
          of.languages.map((code) => languageName(code, say.locale)),
          say.locale,
        )
      case 'needsInterpreter':
      case 'safeContact':
      case 'doNotContact':
        return say(of[field] ? 'common.yes' : 'common.no')
      case 'contactPoints':
        return lines(of.contactPoints.map(({ value, safe }) => [value, safe.note].filter(Boolean).join(' – ')))
      case 'interests':
        return lines(of.interests.map(interestOf).map(capital))
      case 'talents':
        return lines(of.talents)
      case 'barriers':
        return lines(
          of.barriers.map(({ code, words }) => [say(`code.barrier.${code}`), words].filter(Boolean).join(' – ')),
        )
      case 'equity':
        return lines(Object.entries(of.equity).map(([key, value]) => `${say(`field.${key}`)} – ${codeOf(value)}`))
      default:
        return of[field] || say('common.none')
    }
  }
}
