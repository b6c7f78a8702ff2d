import { Activity, Places } from '../activities/schema.ts'
import { Contended } from '../core/errors.ts'
import { addSeconds } from '../core/time.ts'
import { answersAbout, answersTo } from '../db/commit.ts'
import { adjust } from '../db/event.ts'
import type { Holding } from '../db/holdings.ts'
import type { Entity } from '../db/kind.ts'
import { Folded } from '../insights/schema.ts'
import { movePlaces } from '../prescriptions/places.ts'
import { promoteWaiting } from '../prescriptions/promote.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { isWithPartner } from '../prescriptions/status.ts'
import type { Staff } from '../staff/schema.ts'
import { copiesOf } from './deriving.ts'
import type { Means } from './means.ts'
import type { Offboarding } from './schema.ts'

/** The notes of what was counted remove themselves after so long. */
const notedSeconds = 31 * 86_400

/** Removes things for good, each with what only it leads to: copies, kept answers, places, ways in. */
export class Disposer {
  readonly #means: Means
  readonly #offboarding: Offboarding
  readonly #forgotten = new Set<string>()

  constructor(means: Means, offboarding: Offboarding) {
    this.#means = means
    this.#offboarding = offboarding
  }

  async ofCare(holding: Holding): Promise<void> {
    const { holdings } = this.#means
    for (const { kind, data } of snapshotsOf(holding)) {
      for (const copies of copiesOf(kind, data, holding.partition)) await holdings.clear('care', copies)
      if (kind === 'client') await holdings.clear('care', answersAbout(data.id))
      if (kind === 'prescription') await this.#freePlace(data as Prescription)
    }
    await this.#forgetCounting(holding)
    await holdings.remove('care', holding)
  }

  async ofCatalogue(holding: Holding): Promise<void> {
    const { holdings } = this.#means
    for (const { kind, data } of snapshotsOf(holding)) if (kind === 'activity') await holdings.removePlaces(data.id)
    await holdings.remove('catalogue', holding)
  }

  /** The centre's own profile goes with the last step: everything else is found by its id. */
  async ofPlatform(holding: Holding): Promise<void> {
    const { holdings, people, system, now } = this.#means
    for (const { kind, data } of snapshotsOf(holding)) {
      if (kind === 'key' || kind === 'staff') await holdings.clear('care', answersTo(data.id))
      const subject = kind === 'staff' ? (data as Staff).subject : undefined
      if (subject === undefined) continue
      await people.remove(subject)
      await system.signOut(subject, now())
      await holdings.removePerson(subject)
    }
    await holdings.remove('platform', holding)
  }

  /** A place in an activity of another centre goes to whoever is next there; done twice it does nothing more. */
  async #freePlace({ id, activity, status }: Prescription): Promise<void> {
    const { store, holdings, contextOf } = this.#means
    if (!isWithPartner(status) || (await store.find(Activity, activity)) !== undefined) return
    const holder = { tenant: this.#offboarding.id, prescription: id }
    for (;;) {
      const [places, held] = await Promise.all([store.find(Places, activity), store.find(Prescription, id)])
      if (places === undefined || held === undefined) return
      const left = movePlaces(places, Number.POSITIVE_INFINITY, holder, status, 'entered-in-error')
      if (left === places) return
      try {
        await holdings.giveBack(adjust(Places, places, left), Prescription, held)
      } catch (error) {
        // Somebody took or left a place in the same instant: look again.
        if (error instanceof Contended) continue
        throw error
      }
      const next = left.waiting.find(({ tenant }) => tenant !== holder.tenant)
      if (next !== undefined) await promoteWaiting(contextOf, next.tenant, activity)
      return
    }
  }

  /** The notes of which events are in the figures, second by second. */
  async #forgetCounting({ items }: Holding): Promise<void> {
    const since = addSeconds(this.#means.now(), -notedSeconds)
    const seconds = items
      .filter(({ sk }) => String(sk).startsWith('EVENT#'))
      .map(({ data }) => String((data as { at?: string }).at))
      .filter((at) => at > since)
      .map((at) => at.slice(0, 19))
    for (const second of new Set(seconds)) {
      if (this.#forgotten.has(second)) continue
      this.#forgotten.add(second)
      await this.#means.holdings.removeFigures(`${Folded.name.toUpperCase()}#${second}`)
    }
  }
}

function snapshotsOf({ items }: Holding): { kind: string; data: Entity }[] {
  return items
    .filter(({ sk }) => sk === 'ENTITY')
    .map(({ kind, data }) => ({ kind: String(kind), data: data as Entity }))
}
