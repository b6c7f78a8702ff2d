import * as z from 'zod'
import { bilingual } from '../../shared/core/text.ts'
import type { NetworkStore } from '../../shared/db/network-store.ts'
import type { SystemStore } from '../../shared/db/system-store.ts'
import { Period, readNetwork } from '../../shared/insights/index.ts'
import { operation, type Routes } from '../api/operation.ts'
import { Definition, PairedChange } from '../api/routes/insights.ts'
import { listOf } from '../api/routes/shapes.ts'

const Shown = z.union([z.int(), z.literal('suppressed')])
const Waits = z.object({ n: z.int(), medianDays: z.number().nullable(), ninetiethDays: z.number().nullable() })

const NetworkInsights = z
  .object({
    period: z.object({ from: z.string(), to: z.string() }),
    funnel: z.array(z.object({ milestone: z.string(), centres: z.record(z.string(), Shown), total: Shown })),
    waits: z.object({ contact: z.union([Waits, z.literal('suppressed')]) }),
    loneliness: z.array(
      z.union([PairedChange, z.object({ instrument: z.string(), phase: z.string(), suppressed: z.literal(true) })]),
    ),
    definitions: z.array(Definition),
  })
  .meta({ id: 'NetworkInsights' })

const RegisteredCentre = z
  .object({
    id: z.string(),
    name: bilingual(120),
    town: z.string(),
    zone: z.string(),
    status: z.enum(['active', 'suspended']),
    onboarding: z.object({ registeredAt: z.string(), staff: z.boolean(), catalogue: z.boolean() }),
  })
  .meta({ id: 'RegisteredCentre' })

interface Stores {
  readonly system: SystemStore
  readonly network: NetworkStore
}

/** What the Alliance may do: see centres and de-identified figures, never a client. */
export function adminRoutes(routes: Routes, { system, network }: Stores): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/admin/insights',
      id: 'readNetworkInsights',
      tag: 'Alliance',
      summary: 'Read the figures across centres, small counts suppressed',
      description:
        'Counts of 1 to 5 are suppressed with what would give them away; a mean needs ten people, a network figure three centres.',
      permission: 'network:read',
      query: Period,
      answer: NetworkInsights,
    },
    async (ctx, { query }) => readNetwork(ctx, network, await system.centres(), query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/admin/centres',
      id: 'listCentres',
      tag: 'Alliance',
      summary: 'List the centres and how far their onboarding is',
      permission: 'centres:read',
      answer: listOf(RegisteredCentre),
    },
    async () => ({ items: [...(await system.centres())] }),
  )
}
