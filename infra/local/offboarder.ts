import { setTimeout as pause } from 'node:timers/promises'
import { makeOffboardDeps } from '../../functions/worker/offboard-deps.ts'
import { offboardAll } from '../../functions/worker/on-offboard.ts'
import { complain } from './poll.ts'

const everyMs = 15_000

/** Looks for centres that leave as the cloud's schedule does, only more often: somebody waits for it. */
export function startOffboarder(environment: Readonly<Record<string, string>>, now: () => string) {
  const deps = { ...makeOffboardDeps(environment), now }
  const stopping = new AbortController()
  const { signal } = stopping
  const running = run()

  return {
    /** Lets the step under way end. */
    async stop(): Promise<void> {
      stopping.abort()
      await running
    },
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await offboardAll(deps, signal).catch(complain)
      await pause(everyMs, undefined, { signal, ref: false }).catch(() => {})
    }
  }
}
