const day = 86_400_000

/** A clock that lags behind the machine's and can be moved on: three months pass in a moment. */
export interface Clock {
  /** ISO instant with milliseconds. */
  now(): string
  /** @throws Error when there are no days left before the machine's own time, at which tokens end. */
  moveTo(instant: string): void
}

/** @param days how far it is behind at first. */
export function clockBehind(days: number): Clock {
  let lag = days * day
  return {
    now: () => new Date(Date.now() - lag).toISOString(),
    moveTo(instant) {
      const left = Date.now() - Date.parse(instant)
      if (left > lag) return
      if (left < 0) throw new Error(`The demo's clock cannot go on to ${instant}: that is in the future.`)
      lag = left
    },
  }
}
