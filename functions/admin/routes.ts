import * as z from 'zod'
import * as centres from '../../shared/centres/index.ts'
import { instant } from '../../shared/core/text.ts'
import type { NetworkStore } from '../../shared/db/network-store.ts'
import { Period, readNetwork } from '../../shared/insights/index.ts'
import { OffboardingSchema, readCertificate } from '../../shared/offboarding/index.ts'
import { operation, type Routes } from '../api/operation.ts'
import { Definition, PairedChange } from '../api/routes/insights.ts'
import { listOf } from '../api/routes/shapes.ts'
import { registryOf, trailsOf } from './within.ts'

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

const { id, name, town, zone, status } = centres.CentreSchema.shape

const RegisteredCentre = z
  .object({
    id,
    name,
    town,
    zone,
    status: z.enum([...status.options, 'offboarded']),
    onboarding: z.object({
      registeredAt: instant,
      staff: z.boolean().meta({ description: 'Somebody of its staff has signed in.' }),
      catalogue: z.boolean().meta({ description: 'It keeps an open listing of its own.' }),
      referral: z.boolean().meta({ description: 'It has had a referral.' }),
    }),
  })
  .meta({ id: 'RegisteredCentre' })

const params = z.object({ centre: id })
const tag = 'Alliance'

/** What the Alliance may do: take on centres, suspend them, and see de-identified figures; never a client. */
export function adminRoutes(routes: Routes, network: NetworkStore): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/admin/insights',
      id: 'readNetworkInsights',
      tag,
      summary: 'Read the figures across centres, small counts suppressed',
      description:
        'Counts of 1 to 5 are suppressed with what would give them away; a mean needs ten people, a network figure three centres.',
      permission: 'network:read',
      query: Period,
      answer: NetworkInsights,
    },
    async (ctx, { query }, deps) => {
      const trailOf = trailsOf(deps, ctx, 'readNetworkInsights')
      const there = (await deps.system.centres()).filter((line) => line.status !== 'offboarded')
      return readNetwork(ctx, { centres: there, counters: network, trailOf }, query)
    },
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/admin/centres',
      id: 'listCentres',
      tag,
      summary: 'List the centres and how far their onboarding is',
      description: 'Read off what each centre has at this moment: whether there is anything, never what.',
      permission: 'centres:read',
      answer: listOf(RegisteredCentre),
    },
    async (ctx, _, { system }) => ({ items: await centres.listCentres(ctx, { system, network }) }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/admin/centres/{centre}',
      id: 'getRegisteredCentre',
      tag,
      summary: 'Read how far a centre’s onboarding is',
      permission: 'centres:read',
      params,
      answer: RegisteredCentre,
    },
    (ctx, { params: { centre } }, { system }) => centres.readCentre(ctx, { system, network }, centre),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/admin/centres',
      id: 'onboardCentre',
      tag,
      summary: 'Take a centre on',
      description:
        'Its profile and settings, and the invitation of its first administrator. It begins with an empty catalogue of its own, and sees the provincial listings. A request that was cut short is finished by sending it again.',
      permission: 'centres:write',
      body: centres.OnboardInput.meta({ id: 'OnboardInput' }),
      example: {
        id: 'maple',
        name: { en: 'Maple CHC', fr: 'CSC Érable' },
        town: 'Guelph',
        zone: 'America/Toronto',
        phone: '519-555-0100',
        position: { latitude: 43.54, longitude: -80.25 },
        kinds: ['urban'],
        locale: 'en',
        admin: { name: 'Fable Sample', email: 'fable.sample@example.org', locale: 'fr' },
      },
      answer: centres.Onboarded.meta({ id: 'Onboarded' }),
      creates: 'admin/centres',
      refusals: ['centre-exists', 'address-taken'],
    },
    (ctx, { body }, deps) => centres.onboardCentre(ctx, registryOf(deps, ctx, 'onboardCentre'), body),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/admin/centres/{centre}/suspend',
      id: 'suspendCentre',
      tag,
      summary: 'Close a centre’s doors',
      description:
        'Within a minute the sign-ins and tokens of its people and the keys of its partners open nothing. What it has on file stays as it is.',
      permission: 'centres:write',
      params,
      body: centres.SuspendInput,
      example: { reason: 'Its agreement has ended.' },
      answer: centres.Standing.meta({ id: 'Standing' }),
      refusals: ['offboarding-begun'],
    },
    (ctx, { params: { centre }, body }, deps) =>
      centres.suspendCentre(ctx, registryOf(deps, ctx, 'suspendCentre'), { id: centre, ...body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/admin/centres/{centre}/resume',
      id: 'resumeCentre',
      tag,
      summary: 'Open a suspended centre’s doors again',
      permission: 'centres:write',
      params,
      answer: centres.Standing.meta({ id: 'Standing' }),
      refusals: ['offboarding-begun'],
    },
    (ctx, { params: { centre } }, deps) => centres.resumeCentre(ctx, registryOf(deps, ctx, 'resumeCentre'), centre),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/admin/centres/{centre}/offboarding',
      id: 'readCertificate',
      tag,
      summary: 'Read how far a centre’s leaving is, and in the end its certificate',
      permission: 'centres:read',
      params,
      answer: OffboardingSchema.meta({ id: 'Offboarding' }),
    },
    (ctx, { params: { centre } }, { system }) => readCertificate(ctx, system, centre),
  )
}
