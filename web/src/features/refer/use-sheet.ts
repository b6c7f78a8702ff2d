import { useState } from 'react'
import type { Draft } from './draft.ts'

/** What is being typed; and what was there before it was cleared, until somebody types anew. */
export function useSheet(start: Draft) {
  const [{ draft, before }, setSheet] = useState<{ readonly draft: Draft; readonly before?: Draft }>({ draft: start })
  return {
    draft,
    /** Nothing is in it that anybody typed since. */
    isCleared: before !== undefined,
    change: (changed: Partial<Draft>) => setSheet((now) => ({ draft: { ...now.draft, ...changed } })),
    clear: () => setSheet((now) => ({ draft: start, before: now.draft })),
    restore: () => setSheet((now) => (now.before ? { draft: now.before } : now)),
  }
}
