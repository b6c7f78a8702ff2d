import * as z from 'zod'
import * as disposals from '../../../shared/disposals/index.ts'
import * as holds from '../../../shared/holds/index.ts'
import * as retention from '../../../shared/retention/index.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Retention'
const params = pathId('client')
const Hold = holds.HoldSchema.meta({ id: 'Hold' })
const Disposal = disposals.DisposalSchema.meta({ id: 'Disposal' })

export function retentionRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/retention/due',
      id: 'listRetentionDue',
      tag,
      summary: 'List clients whose record need not be kept any more',
      description:
        'The centre’s `retentionYears` after the last entry, or after the 18th birthday if that is later, and no legal hold. A page may have fewer than `limit`; more may follow.',
      permission: 'retention:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(retention.DueSchema.meta({ id: 'RetentionDue' })),
    },
    (ctx, { query }) => retention.listDue(ctx, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/holds',
      id: 'setHold',
      tag,
      summary: 'Set a legal hold: the record is not disposed of while it stands',
      permission: 'holds:write',
      params,
      body: holds.HoldInput,
      example: { reason: 'Claim announced by the insurer; file 2026-118.' },
      answer: Hold,
      creates: 'holds',
      refusals: ['client-merged', 'client-disposing'],
    },
    (ctx, { params: { client }, body }) => holds.setHold(ctx, { ...body, client }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/holds',
      id: 'listHolds',
      tag,
      summary: 'List the legal holds on a record, standing and lifted',
      permission: 'holds:read',
      params,
      answer: listOf(Hold),
    },
    (ctx, { params: { client } }) => holds.listHolds(ctx, client),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/holds/{hold}',
      id: 'getHold',
      tag,
      summary: 'Read a legal hold',
      permission: 'holds:read',
      params: pathId('hold'),
      answer: Hold,
    },
    (ctx, { params: { hold } }) => ctx.store.get(holds.Hold, hold),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/holds/{hold}/lift',
      id: 'liftHold',
      tag,
      summary: 'Lift a legal hold',
      permission: 'holds:write',
      params: pathId('hold'),
      body: holds.LiftInput,
      example: { reason: 'Claim withdrawn.' },
      answer: Hold,
      versioned: true,
      refusals: ['hold-lifted'],
    },
    (ctx, { params: { hold }, body, ifMatch }) => holds.liftHold(ctx, { id: hold, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/dispose',
      id: 'disposeClient',
      tag,
      summary: 'Remove a client for good, and leave a certificate',
      description:
        'Everything held about the client goes; the audit log stays. Once the retention has ended, or at any time for a record that was created in error; never under a legal hold. A disposal that was cut short goes on when it is asked for again.',
      permission: 'clients:dispose',
      params,
      body: disposals.DisposalInput,
      example: { reason: 'retention-ended' },
      answer: Disposal,
      refusals: ['client-merged', 'legal-hold', 'retention-not-ended'],
    },
    (ctx, { params: { client }, body }) => disposals.disposeClient(ctx, { client, ...body }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/disposals',
      id: 'listDisposals',
      tag,
      summary: 'List certificates of disposal, the newest first',
      permission: 'disposals:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(Disposal),
    },
    (ctx, { query }) => disposals.listDisposals(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/disposals/{disposal}',
      id: 'getDisposal',
      tag,
      summary: 'Read a certificate of disposal',
      permission: 'disposals:read',
      params: pathId('disposal'),
      answer: Disposal,
    },
    (ctx, { params: { disposal } }) => disposals.readDisposal(ctx, disposal),
  )
}
