import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const page = readFileSync(`${root}docs/threat-model.md`, 'utf8')
const named = /`(test\/[\w/.-]+\.test\.ts)`: “([^”]+)”/g

/** The rows of every table that says what shows that something is stopped. */
const rows = page.split('\n').filter((line) => /^\| [STRIDE] \|/.test(line))

test('every threat names what stops it and a test that shows it', () => {
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) {
    const cells = row.split(' | ')
    expect([row, cells.length]).toEqual([row, 4])
    expect([row, [...row.matchAll(named)].length > 0]).toEqual([row, true])
  }
})

test('every test that is named exists, in the file that is named', () => {
  const claims = [...page.matchAll(named)]
  expect(claims.length).toBe(page.split('.test.ts`: ').length - 1)
  for (const [, file = '', title = ''] of claims) {
    const source = existsSync(`${root}${file}`) ? readFileSync(`${root}${file}`, 'utf8') : ''
    const isThere = ["'", '"', '`'].some((quote) => source.includes(`(${quote}${title}${quote}, `))
    expect([file, title, isThere || source.includes(`'${title}',\n`)]).toEqual([file, title, true])
  }
})
