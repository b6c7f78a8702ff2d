import { setTimeout } from 'node:timers/promises'
import type { Context } from 'hono'
import type { Deps } from './deps.ts'
import type { Env } from './operation.ts'

const patienceMs = 2_000

/** Whether each part answers: what the API itself needs, and what else runs beside it. 503 when one does not. */
export async function health(c: Context<Env>, { config, system, parts }: Deps): Promise<Response> {
  const needed = {
    database: () => system.findCentre('health'),
    identity: async () => {
      const keys = await fetch(config.oidc.jwksUrl)
      if (!keys.ok) throw new Error('The identity provider has no keys to show.')
    },
    ...parts,
  }
  const states = await Promise.all(
    Object.entries(needed).map(async ([part, ask]) => [part, await answers(ask)] as const),
  )
  const isUp = states.every(([, state]) => state === 'up')
  const body = { status: isUp ? 'up' : 'down', parts: { api: 'up', ...Object.fromEntries(states) } }
  return c.json(body, isUp ? 200 : 503)
}

async function answers(ask: () => Promise<unknown>): Promise<'up' | 'down'> {
  try {
    await Promise.race([ask(), late()])
    return 'up'
  } catch {
    return 'down'
  }
}

async function late(): Promise<never> {
  await setTimeout(patienceMs, undefined, { ref: false })
  throw new Error('No answer in time.')
}
