/** What may stand in a cell. A suppressed number is written as words by who makes the rows. */
export type Cell = string | number | null | undefined

/** What a spreadsheet takes for the beginning of a formula, also after blanks that it skips. */
const formula = /^[\s\u00a0]*[=+\-@]|^[\t\r\n]/

/**
 * Rows as CSV (RFC 4180) that spreadsheets open with their accents and without running anything: UTF-8 with its mark, and
 * a text that looks like a formula begins with an apostrophe. Numbers are numbers, with a point.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
