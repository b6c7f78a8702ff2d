import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { licensed } from '../../infra/licences/list.ts'
import { licencesPage } from '../../infra/licences/page.ts'

const root = new URL('../../', import.meta.url).pathname
const json = async (path: string) => JSON.parse(await readFile(`${root}${path}`, 'utf8'))

/** Licences that ask for no more than to be named: none that would reach into the product's own. */
const permissive = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0'])

test('everything that the product runs with is under a permissive licence', async () => {
  const packages = await licensed(root)
  expect(packages.length).toBeGreaterThan(50)
  for (const { name, licence } of packages) {
    const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ')
    expect([name, licence, choices.some((choice) => permissive.has(choice))]).toEqual([name, licence, true])
  }
})

test('the list holds every dependency that package.json names, and nothing that is there for tests', async () => {
  const { dependencies, devDependencies } = await json('package.json')
  const names = (await licensed(root)).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
  for (const name of Object.keys(devDependencies)) expect(names).not.toContain(name)
})

test('docs/licences.md says what is installed', async () => {
  expect(await readFile(`${root}docs/licences.md`, 'utf8')).toBe(licencesPage(await licensed(root)))
})

test('of all packages only two run a script when they are installed, both approved, every version pinned', async () => {
  const { allowScripts, dependencies, devDependencies, optionalDependencies } = await json('package.json')
  const { packages } = await json('package-lock.json')
  expect(allowScripts).toEqual({ node: true, esbuild: true })
  const scripted = Object.entries<{ hasInstallScript?: boolean }>(packages).filter(([, one]) => one.hasInstallScript)
  expect(scripted.map(([place]) => place.replace(/^.*node_modules\//, '')).sort()).toEqual(['esbuild', 'node'])
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
  }
})

const registry = 'https://registry.npmjs.org/'

test('every package in the lockfile comes from the registry, with the digest of what it must be', async () => {
  const { packages } = await json('package-lock.json')
  const { '': _, ...others } = packages as Record<string, { resolved?: string; integrity?: string; inBundle?: boolean }>
  for (const [place, { resolved, integrity, inBundle }] of Object.entries(others)) {
    if (inBundle) continue
    expect([place, resolved ?? registry, integrity]).toEqual([
      place,
      expect.stringMatching(`^${registry}`),
      expect.stringMatching(/^sha512-/),
    ])
  }
})
