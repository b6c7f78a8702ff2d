import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../shared/db/event.ts'
import type { Comparison } from '../../shared/outcomes/compare.ts'
import type { Instrument, Item } from '../../shared/outcomes/instrument.ts'
import { instruments } from '../../shared/outcomes/instruments/index.ts'
import type { Outcome } from '../../shared/outcomes/schema.ts'
import { type Answer, type Answers, score } from '../../shared/outcomes/score.ts'
import { centre, withCaseload } from '../support/centre.ts'

const offered = Object.values(instruments).filter(({ requiresRegistration }) => !requiresRegistration)
const settings = { measures: offered.map(({ id }) => id) }

function answerTo(item: Item): fc.Arbitrary<Answer> {
  const number =
    'options' in item ? fc.constantFrom(...item.options.map((option) => option.code)) : fc.integer(item.range)
  return fc.oneof(
    { weight: 3, arbitrary: number },
    { weight: 1, arbitrary: fc.constantFrom<Answer>('dont-know', 'prefer-not-to-say', 'skipped') },
  )
}

function answersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(instrument.items.map((item) => [item.id, answerTo(item)])))
}

/** An instrument, answered at the baseline and again later, in either order. */
const twice = fc
  .constantFrom(...offered)
  .chain((instrument) =>
    fc.record({ instrument: fc.constant(instrument), before: answersTo(instrument), after: answersTo(instrument) }),
  )

test('what the API records is what the rule scores, and no missing answer ever counts as zero', async () => {
  const at = await centre({ settings })
  await fc.assert(
    fc.asyncProperty(twice, fc.boolean(), async ({ instrument, before, after }, isBackwards) => {
      const { referral } = await withCaseload(at)
      const record = async (phase: string, answers: Answers) => {
        const body = { instrument: instrument.id, mode: 'self', phase, answers }
        return at.navigator.must<Outcome>('POST', `/v1/referrals/${referral.id}/outcomes`, { body })
      }
      const inOrder = [['baseline', before] as const, ['3-months', after] as const]
      for (const [phase, answers] of isBackwards ? inOrder.toReversed() : inOrder) {
        const outcome = await record(phase, answers)
        const said = Object.entries(answers).filter(([, answer]) => typeof answer === 'number')
        const unsaid = Object.keys(answers).filter((item) => typeof answers[item] !== 'number')
        expect(outcome).toMatchObject({ answers, ...score(instrument, answers) })
        expect(outcome.missing.toSorted()).toEqual(unsaid.toSorted())
        if (instrument.rule.kind === 'each') expect(outcome.scores).toEqual(Object.fromEntries(said))
        else if (unsaid.length > 0) expect(outcome.score).toBeNull()
        else expect(outcome.score).toBe(said.reduce((sum, [, answer]) => sum + Number(answer), 0))
      }
      const both = { baseline: score(instrument, before), followUp: score(instrument, after) }
      const isPaired = both.baseline.score !== null && both.followUp.score !== null
      const pair = { phase: '3-months', baseline: both.baseline.score, followUp: both.followUp.score }
      const path = `/v1/clients/${referral.client}/timeline?limit=100`
      const { items: events } = await at.navigator.must<{ items: Event[] }>('GET', path)
      expect(events.flatMap(({ facts }) => facts.pairs ?? [])).toEqual(isPaired ? [pair] : [])
      const compared = await at.navigator.must<{ items: Comparison[] }>(
        'GET',
        `/v1/referrals/${referral.id}/outcomes/comparison`,
      )
      const comparable = instrument.items.filter(({ id }) => [before[id], after[id]].every(Number.isInteger))
      const lines = instrument.rule.kind === 'each' ? comparable.length : Number(isPaired)
      expect(compared.items).toHaveLength(lines)
    }),
    { numRuns: 20 },
  )
})
