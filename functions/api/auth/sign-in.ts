import { Refusal } from '../../../shared/core/errors.ts'
import type { Access } from '../../../shared/db/commit.ts'
import type { Person } from '../../../shared/db/system-store.ts'
import { contextFor, type Deps } from '../deps.ts'
import { arrived } from './arrival.ts'
import { type Member, memberOf } from './member.ts'

interface Asked {
  readonly requestId: string
  readonly now: string
}

/**
 * Whether somebody whom the provider knows may come in, by what is on file at this moment. Noted in their centre's audit
 * log either way, before there is a session.
 * @throws Refusal 403 `no-access` for a subject that no centre has; `access-ended` when the person or the centre is not
 *   active.
 */
export async function admit(deps: Deps, subject: string, asked: Asked): Promise<Person> {
  const person = await deps.system.findPerson(subject)
  if (person === undefined) throw new Refusal('no-access', 403)
  await arrived(deps, person.tenant, person.staff, asked.now)
  const { isActive, note } = await trailOf(deps, person, { ...asked, purpose: 'signIn' })
  const refused = isActive ? undefined : new Refusal('access-ended', 403)
  await note({ access: 'sign-in', ...(refused && { refusal: refused.code }) })
  if (refused) throw refused
  return person
}

/** Ends everything that a person has open, here and elsewhere, and notes it in their centre's audit log. */
export async function leave(deps: Deps, person: Person, asked: Asked): Promise<void> {
  await deps.system.signOut(person.subject, asked.now)
  const { note } = await trailOf(deps, person, { ...asked, purpose: 'signOut' })
  await note({ access: 'sign-out' })
}

/** Whether a person is on the staff of an active centre, and the way to that centre's audit log in their name. */
async function trailOf(deps: Deps, person: Person, asked: Asked & { readonly purpose: string }) {
  const { system } = deps
  const [staff, centre] = await Promise.all([
    system.findStaff(person.tenant, person.staff),
    system.findCentre(person.tenant),
  ])
  if (centre === undefined) throw new Refusal('no-access', 403)
  const member = memberOf(staff, centre)
  const formerly: Member = {
    actor: { id: person.staff, kind: 'person', roles: staff?.roles ?? [] },
    permissions: new Set(),
    centre,
    locale: centre.locale,
  }
  const { store } = contextFor(deps, member ?? formerly, asked)
  const note = (access: Pick<Access, 'access' | 'refusal'>) =>
    store.auditAccess({ client: undefined, information: [], ...access })
  return { isActive: member !== undefined, note }
}
