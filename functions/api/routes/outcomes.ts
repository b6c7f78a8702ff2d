import * as z from 'zod'
import { bilingual } from '../../../shared/core/text.ts'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as outcomes from '../../../shared/outcomes/index.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Outcomes'
const params = pathId('outcome')
const ofReferral = pathId('referral')
const answer = outcomes.OutcomeSchema.meta({ id: 'Outcome' })

export function outcomeRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/instruments',
      id: 'listInstruments',
      tag,
      summary: 'List the measures in use, with their words and rules',
      description: 'In the order in which they are asked; with `all=true` those that the centre has switched off, too.',
      permission: 'instruments:read',
      query: z.strictObject({ all: z.enum(['true', 'false']).default('false') }),
      answer: listOf(outcomes.InstrumentSchema.meta({ id: 'Instrument' })),
    },
    async (ctx, { query: { all } }) => outcomes.listInstruments(ctx, { all: all === 'true' }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/referrals/{referral}/outcomes',
      id: 'recordOutcome',
      tag,
      summary: 'Record the answers to a measure',
      description:
        'Scored at once. Every item has an answer; `dont-know`, `prefer-not-to-say` and `skipped` are answers, and never count as zero. The first baseline schedules the follow-ups. A score that asks for a clinician makes a hand-off due today, and the answer carries `crisisHelp` to show to the client.',
      permission: 'outcomes:record',
      params: ofReferral,
      body: outcomes.OutcomeInput.meta({ id: 'OutcomeInput' }),
      example: {
        instrument: 'ucla-3',
        mode: 'assisted',
        phase: 'baseline',
        answers: { companionship: 3, 'left-out': 2, isolated: 2 },
      },
      answer: outcomes.OutcomeSchema.extend({ crisisHelp: bilingual(500).readonly().optional() }).meta({
        id: 'RecordedOutcome',
      }),
      creates: 'outcomes',
      refusals: ['instrument-off', 'referral-not-open', 'already-recorded', 'client-merged'],
    },
    (ctx, { params: { referral }, body }) => outcomes.recordOutcome(ctx, { ...body, referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/outcomes',
      id: 'listOutcomes',
      tag,
      summary: 'List the outcomes of a referral, the latest taken last',
      permission: 'outcomes:read',
      params: ofReferral,
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { referral }, query }) => outcomes.listOutcomes(ctx, { referral, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/outcomes/comparison',
      id: 'compareOutcomes',
      tag,
      summary: 'Compare each measure with its baseline',
      description: 'A line for every later phase where both have a score: what a navigator shows to the client.',
      permission: 'outcomes:read',
      params: ofReferral,
      answer: listOf(outcomes.ComparisonSchema.meta({ id: 'Comparison' })),
    },
    (ctx, { params: { referral } }) => outcomes.compareOutcomes(ctx, { referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/follow-ups',
      id: 'listFollowUps',
      tag,
      summary: 'List the follow-ups of a referral, with where each stands today',
      description:
        '3, 6 and 12 months after the first baseline. A follow-up opens 2 weeks before its day and is missed 6 weeks after it.',
      permission: 'outcomes:read',
      params: ofReferral,
      answer: listOf(outcomes.StandingFollowUp.meta({ id: 'FollowUp' })),
    },
    (ctx, { params: { referral } }) => outcomes.listFollowUps(ctx, { referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/outcomes',
      id: 'listOutcomesOfClient',
      tag,
      summary: 'List the outcomes of a client over all referrals, the latest taken last',
      permission: 'outcomes:read',
      params: pathId('client'),
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { client }, query }) => outcomes.listOutcomesOfClient(ctx, { client, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/outcomes/{outcome}',
      id: 'getOutcome',
      tag,
      summary: 'Read an outcome',
      permission: 'outcomes:read',
      params,
      answer,
    },
    (ctx, { params: { outcome } }) => ctx.store.get(outcomes.Outcome, outcome),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/outcomes/{outcome}/timeline',
      id: 'getOutcomeTimeline',
      tag,
      summary: 'Read what happened to an outcome, oldest first',
      permission: 'outcomes:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { outcome }, query }) => timelineOf(ctx, outcomes.Outcome, outcome, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/outcomes/{outcome}/retract',
      id: 'retractOutcome',
      tag,
      summary: 'Mark an outcome as entered in error',
      description:
        'It leaves the figures and its phase can be recorded again. Without any baseline left the follow-ups are cancelled; without any outcome of its phase left a follow-up is due again.',
      permission: 'outcomes:retract',
      params,
      body: outcomes.RetractInput,
      example: { words: 'Entered for another person.' },
      answer,
      versioned: true,
      refusals: ['entered-in-error'],
    },
    (ctx, { params: { outcome }, body, ifMatch }) => outcomes.retractOutcome(ctx, { id: outcome, ifMatch, ...body }),
  )
}
