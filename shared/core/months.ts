/** A month (`YYYY-MM`) as a number that counts on from year to year, so that months can be added. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

/** The month that has a number: the way back. */
export function monthNamed(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
