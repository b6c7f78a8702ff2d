import type { Licensed } from './list.ts'

/** The list as a page: how many under each licence, then every package. */
export function licencesPage(packages: readonly Licensed[]): string {
  const counts = Object.entries(Object.groupBy(packages, ({ licence }) => licence)).sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '# Licences',
    '',
    'Rx: Community is under the Apache License 2.0 (`LICENSE`). It runs with the packages below, each under its own',
    'licence; what only builds and tests it is not among them. `npm run licences` writes this page from what is installed,',
    'and a test keeps the two the same and every licence here a permissive one.',
    '',
    '| licence | packages |',
    '|---|---|',
    ...counts.map(([licence, under]) => `| ${licence} | ${under?.length} |`),
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n')
}
