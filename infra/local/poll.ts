export interface Poll {
  /** Cuts the current pause for want of work short. */
  nudge(): void
  /** Lets the turn under way finish, then ends. */
  stop(): Promise<void>
}

/**
 * Milliseconds: pauses for want of work double from the first to the second figure, those after a failure likewise. The
 * pause after work lets more of it gather.
 */
const gather = 200
const idle = [25, 250] as const
const backoff = [20, 1_000] as const

/**
 * Takes turns until stopped: the next one after a short pause when it found work, after a longer one when it found
 * none, and after one longer still when it failed. Whoever waits for the work cuts the pause short.
 * @param turn true when it found work.
 * @param failed is told of each failure.
 */
export function poll(turn: () => Promise<boolean>, failed: (error: unknown) => void): Poll {
  let stopped = false
  let nudged = false
  let wake: (reason: 'nudge' | 'stop') => void = () => {}
  const running = run()

  return {
    nudge() {
      nudged = true
      wake('nudge')
    },
    async stop() {
      stopped = true
      wake('stop')
      await running
    },
  }

  async function run(): Promise<void> {
    let empty = 0
    let failures = 0
    while (!stopped) {
      nudged = false
      try {
        empty = (await turn()) ? 0 : empty + 1
        failures = 0
        if (!nudged) await pause(empty > 0 ? length(idle, empty) : gather, true)
      } catch (error) {
        failed(error)
        await pause(length(backoff, ++failures), false)
      }
    }
  }

  function pause(milliseconds: number, nudgeable: boolean): Promise<void> {
    if (stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = (reason) => {
        if (reason === 'nudge' && !nudgeable) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Where a follower's failures go unless told otherwise: they are tried again, so nothing else may show them. */
export function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

function length([first, longest]: readonly [number, number], times: number): number {
  return Math.min(first * 2 ** (times - 1), longest)
}
