import type { Input } from '../../api/index.ts'

/** What an extract is to hold. */
export type Wanted = Omit<Input<'saveExtractDefinition'>['body'], 'name'>

export const groups = ['funnel', 'waits', 'closings', 'loneliness'] as const

/** A year of everything, with nothing in it that others may not see. */
export const usual: Wanted = {
  figures: 'everything',
  audience: 'outside',
  period: { kind: 'preset', preset: '12-months' },
}
