import { beforeAll, expect, test } from 'vitest'
import { buildPage } from '../../infra/dictionary/page.ts'
import { buildDocument } from '../../infra/openapi/document.ts'

/** That it is up to date is checked by `npm run dictionary:check`; here, that it says what it is for. */
let page: string

beforeAll(() => {
  page = buildPage(buildDocument())
})

/** The rows of the table under a heading. */
function rowsOf(heading: string): string[] {
  const [, section = ''] = page.split(`\n### ${heading}\n`)
  const [own = ''] = section.split('\n## ')[0]?.split('\n### ') ?? []
  return own.split('\n').filter((line) => line.startsWith('| `'))
}

test('a field says its type, whether it is always there, and what its schema says beside it', () => {
  expect(rowsOf('Goal')).toContain(
    "| `level` | [code](#goallevel) |  | The latest review's level. | Level reached | Niveau atteint |",
  )
  expect(rowsOf('Goal')).toContain('| `reviews[].by` | id: staff | yes |  | By whom | Par qui |')
  expect(rowsOf('Prescription').join('\n')).toContain('| `activityName` | text, 160 at most, in both languages | yes |')
})

test('a field of one resource is not described by a comment of another field with its name', () => {
  const described = rowsOf('Goal').filter((row) => row.includes("The latest review's level."))
  expect(described).toHaveLength(1)
})

test('a code has its words in both languages', () => {
  expect(rowsOf('Activity.category')).toContain('| `nature-garden` | nature and gardens | nature et jardinage |')
  const forms = rowsOf('Activity.location.kind').map((row) => row.split('`')[1])
  expect(forms).toEqual(['place', 'virtual', 'home'])
})

test('every link leads to a heading, and no two headings are the same place', () => {
  const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
  expect(new Set(anchors).size).toBe(anchors.length)
  for (const [, link = ''] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(link)
})

test('most of what is written beside schemas is found', () => {
  const described = page.split('\n## Code lists')[0]?.match(/^\| `[^|]+\|[^|]+\|[^|]+\| [^|\s][^|]*\|/gm) ?? []
  expect(described.length).toBeGreaterThan(150)
})
