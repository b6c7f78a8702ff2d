import { CreateClientInput } from '../../../shared/clients/index.ts'
import { barriers } from '../../../shared/core/codes.ts'
import { addDays } from '../../../shared/core/time.ts'
import type { SeedCentre } from './content/centres.ts'
import { mattersToMe, pronouns, talents } from './content/people.ts'
import { type DrawnName, fictionalPhone, nameDrawer } from './names.ts'
import { type Random, random } from './random.ts'

/** A client as whoever puts them on file would type it. */
export type ClientDraft = ReturnType<typeof CreateClientInput.parse>

/** The people who come to a centre, plainly made up, no two of them alike enough to be taken for one person. */
export function draftClients(about: SeedCentre, count: number, today: string): ClientDraft[] {
  const draw = random(`${about.id} clients`)
  const name = nameDrawer(draw, about.mostClientsSpeak)
  return Array.from({ length: count }, (_, n) => draft(about, draw, name(), n, today))
}

function draft(
  about: SeedCentre,
  draw: Random,
  { given, family, pool }: DrawnName,
  n: number,
  today: string,
): ClientDraft {
  const { language: locale, alsoSpeaks } = pool
  const matters = draw.some(mattersToMe, 2)
  const kept = pronouns.find(({ code }) => code === given.pronouns)
  const isSafe = n % 8 !== 3
  return CreateClientInput.parse({
    names: { given: given.name, family, ...(given.preferred && { preferred: given.preferred }) },
    ...(kept && { pronouns: kept.name[locale] }),
    birthDate: birthDate(draw, n, today),
    chartNumber: `${about.id.slice(0, 2).toUpperCase()}-${1000 + 7 * n}`,
    locale,
    languages: [locale, ...alsoSpeaks],
    needsInterpreter: alsoSpeaks.some((language) => language !== 'en' && language !== 'fr') && draw.chance(0.25),
    contactPoints: [
      {
        system: 'phone',
        value: fictionalPhone(about.areaCode, n),
        use: draw.pick(['home', 'mobile']),
        preferred: true,
        safe: { voicemail: isSafe, text: isSafe && draw.chance(0.5), ...(!isSafe && { note: mornings[locale] }) },
      },
    ],
    safeContact: !isSafe,
    town: about.addressTown,
    position: { latitude: near(draw, about.lat), longitude: near(draw, about.lon) },
    interests: [...new Set(matters.flatMap(({ interests }) => interests))],
    talents: draw.some(talents, draw.int(0, 2)).map((talent) => talent.name[locale]),
    barriers: draw
      .some(
        barriers.filter((code) => code !== 'other'),
        draw.int(0, 2),
      )
      .map((code) => ({ code })),
    equity: draw.chance(0.7) ? equity(draw) : {},
  })
}

const mornings = { en: 'Mornings only, ask for me by name.', fr: 'Le matin seulement, en demandant à me parler.' }

/** From 22 to 91 years old, each on a day of the month of their own. */
function birthDate(draw: Random, n: number, today: string): string {
  const someday = addDays(today, -draw.int(22 * 366, 91 * 365))
  return `${someday.slice(0, 8)}${String(1 + (n % 28)).padStart(2, '0')}`
}

function near(draw: Random, degrees: number): number {
  return Math.round((degrees + draw.int(-30, 30) / 1000) * 1000) / 1000
}

function equity(draw: Random): ClientDraft['equity'] {
  return {
    bornInCanada: draw.pick(['yes', 'yes', 'no', 'prefer-not-to-say']),
    householdIncome: draw.pick(['under-15000', '15000-29999', '30000-59999', 'dont-know', 'prefer-not-to-say']),
    livesAlone: draw.pick(['yes', 'yes', 'no', 'prefer-not-to-say']),
  }
}
