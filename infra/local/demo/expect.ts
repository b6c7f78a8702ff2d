/** What is to be put for the `{name}` in a text. */
type Fill = (text: string) => string

/** Tells where something is not what it should be; nothing when it is. */
export type Check = (actual: unknown, path: string, fill: Fill) => string[]

/**
 * Where an answer differs from what it should be. Members that are not named may be anything; a list must have as many
 * items as named, a text has its names filled in, and a function is a check of its own.
 */
export function differences(expected: unknown, actual: unknown, path: string, fill: Fill): string[] {
  if (typeof expected === 'function') return (expected as Check)(actual, path, fill)
  if (typeof expected === 'string' && fill(expected) === actual) return []
  if (typeof expected !== 'object' || expected === null) {
    return expected === actual ? [] : [`${path} is ${shown(actual)}, and should be ${shown(expected)}`]
  }
  if (typeof actual !== 'object' || actual === null) return [`${path} is ${shown(actual)}, and should be an object`]
  if (Array.isArray(expected) && expected.length !== (actual as unknown[]).length) {
    return [`${path} has ${(actual as unknown[]).length} items, and should have ${expected.length}: ${shown(actual)}`]
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(value, (actual as Record<string, unknown>)[name], `${path}/${name}`, fill),
  )
}

/** A list that has at least these items among others. */
export function containing(...wanted: readonly unknown[]): Check {
  return (actual, path, fill) => {
    const items = Array.isArray(actual) ? actual : []
    return wanted.flatMap((item) =>
      items.some((other) => differences(item, other, '', fill).length === 0)
        ? []
        : [`${path} has nothing like ${shown(item)} in it: ${shown(actual)}`],
    )
  }
}

/** A value and nothing beside it. */
export function exactly(wanted: unknown): Check {
  return (actual, path, fill) => {
    const more = extra(wanted, actual, path)
    return [...differences(wanted, actual, path, fill), ...more.map((member) => `${member} should not be there`)]
  }
}

function extra(wanted: unknown, actual: unknown, path: string): string[] {
  if (typeof wanted !== 'object' || typeof actual !== 'object' || wanted === null || actual === null) return []
  return Object.entries(actual).flatMap(([name, value]) =>
    name in wanted ? extra((wanted as Record<string, unknown>)[name], value, `${path}/${name}`) : [`${path}/${name}`],
  )
}

/** Any text, any number: for what no two runs have alike. */
export function some(type: 'string' | 'number'): Check {
  return (actual, path) => (typeof actual === type ? [] : [`${path} is ${shown(actual)}, and should be a ${type}`])
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'missing'
}
