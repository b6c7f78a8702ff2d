/**
 * A number as the telephone network knows it (E.164), of one that people wrote, in North America unless it begins with
 * "+". An extension after it (`x 12`, `poste 12`) is nobody's to dial by itself, and left out.
 * @returns undefined for what is no number.
 */
export function dialled(written: string): string | undefined {
  const [number = ''] = written.split(/[a-z,;#]/i)
  const digits = number.replace(/\D/g, '')
  const whole = number.trimStart().startsWith('+') ? digits : digits.replace(/^(?=\d{10}$)/, '1')
  return /^[1-9]\d{7,14}$/.test(whole) ? `+${whole}` : undefined
}
