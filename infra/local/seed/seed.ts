import { kilometres } from '../../../shared/activities/distance.ts'
import { addDays, dateIn } from '../../../shared/core/time.ts'
import { newAgenda } from './agenda.ts'
import { openAlliance } from './alliance.ts'
import { openCentre } from './centre.ts'
import { draftClients } from './clients.ts'
import { centres, type SeedCentre } from './content/centres.ts'
import { instantOn, workday } from './dates.ts'
import { foldFigures } from './figures.ts'
import { type Entry, openLedger } from './ledger.ts'
import { listAll, verifyLately } from './listings.ts'
import { addPartners, type SeededPartners } from './partners.ts'
import { plotsOf } from './plots.ts'
import { referralStory } from './referral-story.ts'
import { type Opened, setScene } from './scene.ts'
import { newStage } from './stage.ts'

/** What of the seed is wanted, where that is not all of it. */
export interface SeedScope {
  /** Ids of the centres; all eleven unless said. */
  readonly centres?: readonly string[]
  /** Without clients, for somebody who brings their own. */
  readonly clients?: false
}

/** API keys by centre and partner: the database has digests only. */
export type PartnerKeys = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Seed {
  /** Every item of the database. */
  readonly entries: readonly Entry[]
  readonly keys: PartnerKeys
}

/** When the centres opened: before the first referral. */
const openedDaysAgo = 250

/**
 * What a first start finds: the centres with their people, partners and activities, and the referrals of the last eight
 * months, each made by the very functions that the API runs, on the day that it happened. The same day gives the same
 * data, apart from ids.
 * @param now ISO instant with milliseconds.
 */
export async function growSeed(
  { environment, prefix, now }: { readonly environment: string; readonly prefix: string; readonly now: string },
  scope: SeedScope,
): Promise<Seed> {
  const ledger = openLedger(prefix)
  const stage = newStage(environment, ledger.database)
  const agenda = newAgenda()
  const today = dateIn('America/Toronto', now)
  const openedAt = instantOn('America/Toronto', workday(addDays(today, -openedDaysAgo)), 9, 0)
  const wanted = centres.filter(({ id }) => scope.centres?.includes(id) ?? true)
  const opened: Opened[] = []
  await openAlliance(stage, openedAt)
  for (const [position, about] of wanted.entries()) {
    const place = await openCentre(stage, about, openedAt)
    const listed = {
      ...place,
      about,
      partners: await addPartners(stage.person(place.centre, place.admin, openedAt), about),
    }
    const readers = { neighbour: nearest(about, wanted), isProvincial: position % 4 === 0 }
    const listings = await listAll(stage, listed, openedAt, readers)
    for (const [key, activity] of listings) await agenda.begin(verifyLately(stage, listed, key, activity, now))
    opened.push({ ...listed, stage, agenda, listings })
  }
  if (scope.clients !== false) for (const place of opened) await referPeople(place, today)
  await agenda.live(now)
  for (const { centre } of opened) await foldFigures(stage.itself(centre, now), ledger.entries())
  return {
    entries: ledger.entries(),
    keys: Object.fromEntries(opened.map(({ centre, partners }) => [centre.id, keysOf(partners)])),
  }
}

async function referPeople(opened: Opened, today: string): Promise<void> {
  const plots = plotsOf(opened.centre.id)
  const drafts = draftClients(opened.about, plots.length, today)
  for (const [n, plot] of plots.entries()) {
    const draft = drafts[n]
    const scene = setScene(opened, `story ${n}`, workday(addDays(today, -plot.daysAgo)))
    if (draft) await opened.agenda.begin(referralStory(scene, plot, draft))
  }
}

function keysOf(partners: SeededPartners): Record<string, string> {
  return Object.fromEntries([...partners].map(([name, { key }]) => [name, key.key ?? '']))
}

function nearest(about: SeedCentre, all: readonly SeedCentre[]): string | undefined {
  const place = ({ lat, lon }: SeedCentre) => ({ latitude: lat, longitude: lon })
  const away = (other: SeedCentre) => kilometres(place(about), place(other))
  return all.filter(({ id }) => id !== about.id).sort((a, b) => away(a) - away(b))[0]?.id
}
