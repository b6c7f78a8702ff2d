import { makeArchiveDeps } from '../../functions/worker/archive-deps.ts'
import { archiveAll } from '../../functions/worker/on-archive.ts'
import { complain } from './poll.ts'

const hour = 3_600_000
const minuteOfHour = 20 * 60_000

/**
 * Runs the archiver as the cloud's schedule does, and once at the start: for the seed's history, and for hours that were
 * over while nothing ran.
 * @param now the clock that says which hours are over; when to run is the machine's to say.
 */
export function startArchiver(environment: Readonly<Record<string, string>>, now: () => string) {
  const deps = { ...makeArchiveDeps(environment), now }
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running = run()

  return {
    /** Lets the file under way be written, then ends. */
    async stop(): Promise<void> {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }

  async function run(): Promise<void> {
    await archiveAll(deps, stopping.signal).catch((error: unknown) => {
      if (!stopping.signal.aborted) complain(error)
    })
    timer = setTimeout(() => {
      running = run()
    }, untilNext())
    timer.unref()
    if (stopping.signal.aborted) clearTimeout(timer)
  }
}

function untilNext(): number {
  return hour - ((Date.now() - minuteOfHour) % hour)
}
