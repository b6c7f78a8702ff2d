/** Text as it is searched: without accents or capitals, so that `elise` finds `Élise`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
