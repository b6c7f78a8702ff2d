import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A package that goes with the product to where it runs. */
export interface Licensed {
  readonly name: string
  readonly version: string
  /** SPDX expression, as the package itself states it. */
  readonly licence: string
}

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = Readonly<Record<string, Locked>>

/**
 * Everything that the product depends on when it runs, with what that depends on in turn, as the lockfile has it. What
 * only builds and tests it is not there.
 * @param root the checkout's folder, with its packages installed.
 */
export async function licensed(root: string): Promise<readonly Licensed[]> {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }
  const reached = new Set<string>()
  reach(packages, '', reached)
  const found = await Promise.all([...reached].map((path) => stated(root, path, packages[path] ?? {})))
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Adds the places of what the package at a place needs, and of what that needs. */
function reach(packages: Lock, place: string, reached: Set<string>): void {
  const { dependencies = {}, optionalDependencies = {} } = packages[place] ?? {}
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const found = nearest(packages, place, name)
    if (found === undefined || reached.has(found)) continue
    reached.add(found)
    reach(packages, found, reached)
  }
}

/** Where Node finds a package from a place: in the nearest `node_modules`, going up. */
function nearest(packages: Lock, place: string, name: string): string | undefined {
  for (let above: string | undefined = place; above !== undefined; above = parentOf(above)) {
    const candidate = `${above && `${above}/`}node_modules/${name}`
    if (candidate in packages) return candidate
  }
  return undefined
}

function parentOf(place: string): string | undefined {
  return place === '' ? undefined : place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))
}

async function stated(root: string, place: string, locked: Locked): Promise<Licensed> {
  // Not every optional package is installed on every platform.
  const installed = await readFile(join(root, place, 'package.json'), 'utf8').catch(() => '{}')
  const { license = locked.license } = JSON.parse(installed) as Locked
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return { name, version: locked.version ?? '', licence: license ?? 'none stated' }
}
