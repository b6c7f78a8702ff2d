import type { Text } from '../../i18n/index.ts'

/** What a key opens, in words. A colon means something else in the key of a text. */
export function scopeWords(scope: string, say: Text): string {
  return say(`keys-of-partners.scope.${scope.replace(':', '-')}`)
}
