import type { Context } from 'hono'
import type { Deps } from './deps.ts'
import type { Env } from './operation.ts'

const patienceMs = 2_000

/** Whether each part that the API needs answers. 503 when one does not. */
export async function health(c: Context<Env>, { config, system }: Deps): Promise<Response> {
  const [database, identity] = await Promise.all([
    answers(async () => {
      await system.findCentre('health')
    }),
    answers(async () => {
      const keys = await fetch(config.oidc.jwksUrl, { signal: AbortSignal.timeout(patienceMs) })
      if (!keys.ok) throw new Error('The identity provider has no keys to show.')
    }),
  ])
  const parts = { api: 'up', database, identity } as const
  const isUp = database === 'up' && identity === 'up'
  return c.json({ status: isUp ? 'up' : 'down', parts }, isUp ? 200 : 503)
}

async function answers(ask: () => Promise<void>): Promise<'up' | 'down'> {
  try {
    await ask()
    return 'up'
  } catch {
    return 'down'
  }
}
