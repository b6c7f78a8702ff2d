/** Part of a story: it yields the instant at which it would go on, is handed the instant at which it does, and acts. */
export type Act<T> = AsyncGenerator<string, T, string>

/** What somebody lives through, told in order. */
export type Story = Act<void>

export interface Agenda {
  /** One more story, from now on. */
  begin(story: Story): Promise<void>
  /** Lets everything happen, until a given instant. */
  live(until: string): Promise<void>
}

interface Pending {
  readonly story: Story
  readonly at: string
}

/**
 * Lets stories happen side by side in the order of time, one act at a time. A story goes on when it asked to, or a
 * minute after its last act where that is later.
 */
export function newAgenda(): Agenda {
  const pending: Pending[] = []
  let now = ''
  return {
    begin: (story) => advance(story),
    async live(until) {
      for (let next = earliest(pending); next !== undefined && next.at <= until; next = earliest(pending)) {
        pending.splice(pending.indexOf(next), 1)
        now = next.at
        await advance(next.story)
      }
    },
  }

  async function advance(story: Story): Promise<void> {
    const { value, done } = await story.next(now)
    if (done || value === undefined) return
    const soonest = now && new Date(Date.parse(now) + 60_000).toISOString()
    pending.push({ story, at: value < soonest ? soonest : value })
  }
}

function earliest(pending: readonly Pending[]): Pending | undefined {
  return pending.reduce<Pending | undefined>(
    (first, other) => (first && first.at <= other.at ? first : other),
    undefined,
  )
}
