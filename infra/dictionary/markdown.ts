/** A table as GitHub draws it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export function code(text: string): string {
  return `\`${text}\``
}

/** Where a heading is on the page, as GitHub names it. */
export function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^\w-]/g, '')
}
