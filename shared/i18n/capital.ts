/** A word that begins a line: words of code lists are kept as they stand inside a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
