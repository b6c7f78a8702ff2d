import { addDays, dateIn } from '../../../shared/core/time.ts'
import { instantOn } from '../seed/dates.ts'
import type { Cast, Player } from './cast.ts'
import type { Clock } from './clock.ts'
import { differences } from './expect.ts'
import { filled, member, type Step } from './step.ts'

export interface Telling {
  readonly url: string
  readonly cast: Cast
  readonly clock: Clock
  drained(): Promise<void>
  say(line: string): void
}

const zone = 'America/Toronto'

/**
 * Lets the steps happen one after the other and says of each who did it and what became of it.
 * @returns what the steps kept.
 * @throws Error at the first step that does not go as it should, with the difference.
 */
export async function tell(steps: readonly Step[], telling: Telling): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>()
  for (const [position, step] of steps.entries()) {
    const { by, does, became, shows } = step
    const player = telling.cast[by]
    const sentence = `${player.name} (${by}) ${filled(does, (name) => kept.get(name))}`
    try {
      const body = await happen(step, kept, telling)
      const number = String(position + 1).padStart(3)
      telling.say(ended(`${number}  ${sentence}: ${filled(became, (path) => member(body, path))}`))
      for (const line of shows?.(body) ?? []) telling.say(`       ${line}`)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`Step ${position + 1} is not what it should be. ${sentence}: ${reason}`, { cause: error })
    }
  }
  return kept
}

async function happen(step: Step, kept: Map<string, string>, telling: Telling): Promise<unknown> {
  const { send, sees, gives, keeps = {}, leaves, after, settles } = step
  const { cast, clock } = telling
  const fill = (text: string) => filled(text, (name) => kept.get(name))
  if (after !== undefined) pass(typeof after === 'string' ? fill(after) : after, clock)
  if (settles) await telling.drained()
  const [method, path, body] = insert(send, fill) as Step['send']
  const version = sees && (await ask(telling, cast[step.by], 'GET', fill(sees))).version
  const answer = await ask(telling, cast[step.by], method, path, body, version || undefined)
  check([gives[0], answer.status, 'the status'], [gives[1] ?? {}, answer.body, 'the answer'])
  for (const [name, place] of Object.entries(keeps)) kept.set(name, String(member(answer.body, place)))
  if (leaves) {
    const found = await ask(telling, cast[leaves.by ?? step.by], 'GET', fill(leaves.path))
    check([leaves.body, found.body, leaves.path])
  }
  return answer.body

  function check(...pairs: readonly (readonly [expected: unknown, actual: unknown, name: string])[]): void {
    const found = pairs.flatMap(([expected, actual, name]) => differences(expected, actual, name, fill))
    if (found.length > 0) throw new Error(found.join('; '))
  }
}

function ended(sentence: string): string {
  return /[.?!]”?$/.test(sentence) ? sentence : `${sentence}.`
}

/** To the evening of the day, when its sessions are over. */
function pass(days: number | string, clock: Clock): void {
  const date = typeof days === 'string' ? days : addDays(dateIn(zone, clock.now()), days)
  clock.moveTo(instantOn(zone, date, 18, 0))
}

async function ask(
  { url }: Telling,
  { credential }: Player,
  method: string,
  path: string,
  body?: unknown,
  version?: string,
) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${credential}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(version && { 'If-Match': version }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return {
    status: response.status,
    version: response.headers.get('etag') ?? '',
    body: (await response.json()) as unknown,
  }
}

/** Whatever has texts in it, with their names filled in. */
function insert(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value)
  if (Array.isArray(value)) return value.map((item) => insert(item, fill))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, insert(item, fill)]))
}
