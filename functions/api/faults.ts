import type * as z from 'zod'
import type { Fault } from '../../shared/core/errors.ts'

type Issue = z.core.$ZodIssue
type Target = 'json' | 'query' | 'param' | 'header' | 'form' | 'cookie'

/** As many as somebody reads. A body of 256 KB can be wrong in a hundred thousand places. */
const mostFaults = 50
const mostKeyLetters = 100

/** What a schema found wrong, as faults: a JSON pointer each, and a code that `shared/i18n` has a sentence for. */
export function faultsOf(issues: readonly Issue[], target: Target): readonly Fault[] {
  const faults = issues.slice(0, mostFaults).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(target, issue.path), ...faultOf(issue) }]
    const keys = issue.keys.slice(0, mostFaults)
    return keys.map((key) => ({ pointer: pointerTo(target, [...issue.path, key]), code: 'unknown-field' }))
  })
  return faults.slice(0, mostFaults)
}

function faultOf(issue: Issue): Omit<Fault, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'type', params: { expected: issue.expected } }
    case 'too_big':
      return { code: sized('too-big', issue.origin), params: { most: Number(issue.maximum) } }
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'empty' }
        : { code: sized('too-small', issue.origin), params: { least: Number(issue.minimum) } }
    case 'invalid_value':
      return { code: 'not-a-choice', params: { choices: issue.values.join(', ') } }
    case 'invalid_union':
      return 'options' in issue
        ? { code: 'not-a-choice', params: { choices: String(issue.options) } }
        : { code: 'form' }
    case 'invalid_format':
      return { code: issue.format === 'regex' ? 'form' : `form-${issue.format}` }
    case 'custom':
      return { code: String(issue.params?.code ?? 'form'), params: numbersOf(issue.params) }
    default:
      return { code: 'form' }
  }
}

function sized(code: string, origin: string): string {
  return origin === 'string' ? `${code}-text` : origin === 'array' ? `${code}-list` : code
}

function numbersOf(params: Record<string, unknown> | undefined): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).filter(
      (entry): entry is [string, string | number] =>
        entry[0] !== 'code' && (typeof entry[1] === 'string' || typeof entry[1] === 'number'),
    ),
  )
}

/** RFC 6901, below the part of the request that was wrong: `#/contactPoints/0/value`, `/query/limit`. */
function pointerTo(target: Target, path: readonly PropertyKey[]): string {
  const escaped = (step: string) => step.slice(0, mostKeyLetters).replaceAll('~', '~0').replaceAll('/', '~1')
  const tail = path.map((step) => `/${escaped(String(step))}`).join('')
  return target === 'json' ? `#${tail}` : `/${target}${tail}`
}
