import type { Step } from './step.ts'

interface Measure {
  readonly instrument: string
  readonly name: string
  /** By item, at the baseline and three months later. */
  readonly answers: Readonly<Record<string, readonly [before: number, after: number]>>
  readonly score: readonly [before: number, after: number]
}

/** What Fern answers. */
const measures: readonly Measure[] = [
  {
    instrument: 'ucla-3',
    name: 'loneliness (UCLA, 3 to 9, higher is lonelier)',
    answers: { companionship: [3, 2], 'left-out': [3, 1], isolated: [2, 2] },
    score: [8, 5],
  },
  { instrument: 'loneliness-direct', name: 'how often lonely (1 to 5)', answers: { lonely: [4, 2] }, score: [4, 2] },
  { instrument: 'belonging', name: 'belonging (1 to 4)', answers: { belonging: [1, 3] }, score: [1, 3] },
  { instrument: 'health', name: 'health (1 to 5)', answers: { health: [3, 3] }, score: [3, 3] },
  { instrument: 'mental-health', name: 'mental health (1 to 5)', answers: { 'mental-health': [2, 3] }, score: [2, 3] },
  {
    instrument: 'life-satisfaction',
    name: 'satisfaction with life (0 to 10)',
    answers: { 'life-satisfaction': [4, 7] },
    score: [4, 7],
  },
  { instrument: 'activity-days', name: 'active days of the past week', answers: { days: [1, 3] }, score: [1, 3] },
]

/** The centre's measures one by one, as the navigator asks them. */
export function measuring(phase: 'baseline' | '3-months'): readonly Step[] {
  const at = phase === 'baseline' ? 0 : 1
  return measures.map(({ instrument, name, answers, score }) => ({
    by: 'navigator',
    does: `asks about ${name} at ${phase === 'baseline' ? 'the baseline' : 'three months'}`,
    send: [
      'POST',
      '/v1/referrals/{referral}/outcomes',
      {
        instrument,
        phase,
        mode: 'assisted',
        answers: Object.fromEntries(Object.entries(answers).map(([item, codes]) => [item, codes[at]])),
      },
    ],
    gives: [201, { score: score[at], missing: [] }],
    became: 'score {score}',
  }))
}
