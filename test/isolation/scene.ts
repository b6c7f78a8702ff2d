import { randomBytes } from 'node:crypto'
import { allianceRoles, type Role, roleNames, type Scope, scopeNames } from '../../shared/core/permissions.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import { allianceCaller } from '../support/alliance.ts'
import { type TestApi, testApi } from '../support/api.ts'
import { Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient } from '../support/centre.ts'
import { fill, operationsOf, type RegisteredOperation, real } from '../support/operations.ts'
import { holdersOf } from './table.ts'

/** A centre with one real thing of each kind, and somebody of each sort to ask for it. */
export interface Scene {
  readonly at: TestCentre
  /** The things' ids. */
  readonly ids: readonly string[]
  /** By role, and by scope of a key of the partner whom the prescription was sent to. */
  readonly callers: ReadonlyMap<Role | Scope, Caller>
  /** Keys of another partner of the centre. */
  readonly neighbours: ReadonlyMap<Scope, Caller>
  /** A key that was revoked before it was ever used. */
  readonly revoked: Caller
  /** A word that is in whatever the scene writes: in the answers to another centre it has no business. */
  readonly marker: string
}

/** The operations of both apps. */
export function everyOperation({ app, adminApp }: TestApi): RegisteredOperation[] {
  return [...operationsOf({ app }), ...operationsOf({ app: adminApp })]
}

export async function scene(given?: TestApi): Promise<Scene> {
  const api = given ?? (await testApi())
  const at = await centre({ api, settings: { measures: ['phq-2', 'ucla-3'] } })
  const marker = `Quill${randomBytes(6).toString('hex')}`
  const staff = await Promise.all(roleNames.map(async (role) => [role, await personWith(at, role)] as const))
  const [partner, neighbour] = [await partnerOf(at, marker), await partnerOf(at, 'Neighbour')]
  const callers = new Map<Role | Scope, Caller>([...staff, ...partner.keys])
  const { client, referral } = await withCaseload(at)
  const prescription = await prescribed(at, referral.id, client.id, partner, marker)
  await at.navigator.must('PATCH', `/v1/clients/${client.id}`, {
    ifMatch: client.version,
    body: {
      names: { given: 'Fern', family: marker },
      contactPoints: [
        { system: 'email', value: 'fern@example.org', preferred: true, safe: { voicemail: false, text: false } },
      ],
    },
  })
  await at.navigator.must('POST', `/v1/clients/${client.id}/consents`, {
    body: { scope: { kind: 'messages', channel: 'email' }, how: 'spoken' },
  })
  // Before the positive screen: nothing is sent while it waits for a clinician.
  const shortlist = await at.navigator.must<{ id: string }>('POST', `/v1/clients/${client.id}/shortlists`, {
    body: { activities: [prescription.activity], channel: 'email' },
  })
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/outcomes`, {
    body: { instrument: 'phq-2', mode: 'assisted', phase: 'baseline', answers: { interest: 3, mood: 3 } },
  })
  const mistaken = await withClient(at)
  const disposal = await at.admin.must<{ id: string }>('POST', `/v1/clients/${mistaken.id}/dispose`, {
    body: { reason: 'created-in-error' },
  })
  const known = [
    client,
    referral,
    prescription,
    shortlist,
    partner,
    { id: prescription.activity },
    disposal,
    at.colleague,
  ]
  const revoked = await keyOf(at, partner.id, ['prescriptions:read'])
  await at.admin.must('POST', `/v1/keys/${revoked.id}/revoke`, { ifMatch: 1 })
  const ids = await withTheRest(everyOperation(api), callers, [...known.map(({ id }) => id), ...(await handOffs(at))])
  return { at, ids, callers, neighbours: new Map(neighbour.keys), revoked, marker }
}

/** The Alliance's people belong to no centre. */
function personWith({ api, person }: TestCentre, role: Role): Promise<Caller> {
  return allianceRoles.some((one) => one === role) ? allianceCaller(api, role) : person([role])
}

interface WithKeys {
  readonly id: string
  readonly keys: readonly (readonly [Scope, Caller])[]
}

async function partnerOf(at: TestCentre, marker: string): Promise<WithKeys> {
  const { id } = await at.navigator.must<{ id: string }>('POST', '/v1/partners', {
    body: { name: { en: `${marker} Library`, fr: `Bibliothèque ${marker}` }, languages: ['en'] },
  })
  const keys = scopeNames.map(async (scope) => [scope, await keyOf(at, id, [scope])] as const)
  return { id, keys: await Promise.all(keys) }
}

async function keyOf(at: TestCentre, partner: string, scopes: readonly Scope[]): Promise<Caller> {
  const issued = await at.admin.must<{ id: string; key: string }>('POST', `/v1/partners/${partner}/keys`, {
    body: { name: 'Calendar', scopes },
  })
  return new Caller(at.api, issued.id, issued.key)
}

/** A listing of the partner, and the client's prescription of it, in the partner's inbox. */
async function prescribed(
  at: TestCentre,
  referral: string,
  client: string,
  partner: WithKeys,
  marker: string,
): Promise<Prescription> {
  const keys = new Map(partner.keys)
  const activity = await keys.get('activities:write')?.must<{ id: string }>('POST', '/v1/partner/activities', {
    body: {
      name: { en: `${marker} choir`, fr: `Chœur ${marker}` },
      description: { en: 'Songs.', fr: 'Des chansons.' },
      category: 'arts-culture',
      tags: ['singing'],
      languages: ['en'],
      location: { kind: 'place', name: { en: 'Hall', fr: 'Salle' }, town: 'Guelph' },
      cost: { kind: 'free' },
      schedule: {
        start: '2026-09-08T13:30',
        durationMinutes: 90,
        zone: 'America/Toronto',
        rrule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T035959Z',
      },
    },
  })
  await at.navigator.must('POST', `/v1/clients/${client}/consents`, {
    body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
  })
  const path = `/v1/referrals/${referral}/prescriptions`
  const proposal = await at.navigator.must<Prescription>('POST', path, { body: { activity: activity?.id } })
  return at.navigator.must('POST', `/v1/prescriptions/${proposal.id}/request`, {
    body: { waitlist: false },
    ifMatch: proposal.version,
  })
}

async function handOffs({ prescriber }: TestCentre): Promise<string[]> {
  const { items } = await prescriber.must<{ items: { subject: string }[] }>('GET', '/v1/tasks?assignee=me')
  return items.map(({ subject }) => subject).filter((id) => kindOf(id) === 'hand-off')
}

/** One thing of each further kind that some operation creates, with the body that its documentation shows. */
async function withTheRest(
  operations: readonly RegisteredOperation[],
  callers: Scene['callers'],
  known: readonly string[],
): Promise<string[]> {
  const ids = [...known]
  const creating = operations.filter(({ creates, path }) => creates && !path.startsWith('/v1/admin/'))
  for (const { method, path, example, permission } of creating) {
    const caller = callers.get(holdersOf(permission)[0] ?? 'navigator')
    const body = JSON.parse(real(JSON.stringify(example ?? {}), ids))
    const answer = await caller?.send<{ id?: string }>(method, fill(path, ids), { body })
    const id = answer?.status === 201 ? answer.body.id : undefined
    if (id !== undefined && !ids.some((other) => kindOf(other) === kindOf(id))) ids.push(id)
  }
  return ids
}

/** @throws Error when the scene has nobody of that role or scope. */
export function callerOf({ callers }: Scene, as: Role | Scope): Caller {
  const caller = callers.get(as)
  if (caller === undefined) throw new Error(`Nobody is ${as}.`)
  return caller
}

export function kindOf(id: string): string {
  return id.slice(0, id.indexOf('_'))
}
