import { containing } from './expect.ts'
import { list, member, type Step } from './step.ts'

const milestones = ['referred', 'contacted', 'prescribed', 'attended', 'completed'] as const

/** What the centre learns of it, and what nobody outside may. */
export const figures: readonly Step[] = [
  {
    by: 'navigator',
    does: 'reads Fern’s timeline',
    send: ['GET', '/v1/clients/{client}/timeline?limit=100'],
    gives: [
      200,
      {
        items: containing(
          ...['client.created', 'prescription.accepted', 'follow-up.done', 'message.sent'].map((type) => ({ type })),
          ...['requested', 'contacted', 'prescribed', 'attended', 'completed'].map((step) => ({
            type: `referral.${step}`,
          })),
        ),
      },
    ],
    became: '{items/length} events, from the first to the last',
    keeps: { events: 'items/length' },
  },
  {
    by: 'evaluator',
    does: 'reads the centre’s figures',
    settles: true,
    send: ['GET', '/v1/insights'],
    gives: [
      200,
      {
        funnel: milestones.map((milestone) => ({ milestone, n: 1 })),
        loneliness: containing({
          phase: '3-months',
          paired: 1,
          missing: 0,
          meanBaseline: 8,
          meanFollowUp: 5,
          meanChange: -3,
        }),
      },
    ],
    became:
      'loneliness {loneliness/0/meanBaseline} → {loneliness/0/meanFollowUp}, n = {loneliness/0/paired}, missing {loneliness/0/missing}',
    shows: (body) => [
      list(body, 'funnel')
        .map((step) => `${member(step, 'milestone')} ${member(step, 'n')}`)
        .join(' → '),
    ],
  },
  {
    by: 'alliance-evaluator',
    does: 'reads the same of the network',
    send: ['GET', '/v1/admin/insights'],
    gives: [
      200,
      {
        funnel: milestones.map((milestone) => ({ milestone, centres: { guelph: 'suppressed' }, total: 'suppressed' })),
        loneliness: containing({ phase: '3-months', suppressed: true }),
      },
    ],
    became: 'one person is too few to show, so every count is {funnel/0/total}',
  },
  {
    by: 'alliance-evaluator',
    does: 'tries to read Fern’s record',
    send: ['GET', '/v1/clients/{client}'],
    gives: [403, { permission: 'clients:read' }],
    became: 'refused, {title}',
  },
]
