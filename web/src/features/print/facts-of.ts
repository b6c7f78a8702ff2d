import { costWords, whenWords, whereWords } from '../../../../shared/activities/words.ts'
import { day, localTime } from '../../../../shared/i18n/formats.ts'
import type { Answer } from '../../api/index.ts'
import { inLocale, type Text } from '../../i18n/index.ts'
import type { Activity } from '../activities/activity.ts'

/** All that the paper is made from. */
export interface Paper {
  readonly prescription: Answer<'getPrescription'>
  readonly client: Answer<'getClient'>
  readonly centre: Answer<'getCentre'>
  /** None when the centre may not see it any more: what was prescribed is still called by its name. */
  readonly activity: Activity | undefined
  readonly goals: readonly string[]
  readonly linkWorker: string | undefined
  readonly prescriber: string | undefined
}

/** One line of the paper: its heading and what stands under it. */
export type Line = readonly [label: string, words: readonly string[]]

/**
 * The lines of one language, in the order that both columns have.
 * @param isDiscreet leaves out what the client said, what stands in their way, and what the centre calls a navigator,
 *   which may tell of either: anybody may see the paper.
 */
export function linesOf(paper: Paper, say: Text, isDiscreet: boolean): Line[] {
  const { prescription, client, centre, activity, goals, linkWorker, prescriber } = paper
  const { names } = client
  const { activityName, volunteerRole } = prescription
  const name = inLocale(activity?.name ?? activityName, say.locale)
  const lines: Line[] = [
    [say('print.for'), [`${names.preferred ?? names.given} ${names.family}`]],
    ...(isDiscreet ? [] : [[say('print.matters'), goals] as const]),
    [
      isDiscreet ? say('print.navigator') : headingOf(centre, say),
      [[linkWorker, centre.phone].filter(Boolean).join(', ')],
    ],
    [
      say('print.activity'),
      [name, volunteerRole ? say('print.as', { role: inLocale(volunteerRole, say.locale) }) : ''],
    ],
    [say('print.when'), activity ? whenLines(activity, say) : []],
    [say('print.where'), activity ? [whereWords(activity, say), activity.contact.phone ?? ''] : []],
    [
      say('print.cost'),
      [activity ? costWords(activity, say) : '', ...(isDiscreet ? [] : supportLines(prescription, say))],
    ],
    [
      say('print.by'),
      [`${prescriber ?? linkWorker ?? inLocale(centre.name, say.locale)}, ${day(prescribedOn(paper), say.locale)}`],
    ],
    [say('print.next'), nextLines(paper, say)],
  ]
  return lines
    .map(([label, words]): Line => [label, words.filter((word) => word !== '')])
    .filter(([, words]) => words.length > 0)
}

/** What stands above the navigator's name: the centre's own words, where it has some. */
export function headingOf({ settings }: Paper['centre'], say: Text): string {
  const own = settings.texts?.printNavigator
  return own ? inLocale(own, say.locale) : say('print.navigator')
}

function whenLines({ schedule, next }: Activity, say: Text): string[] {
  const first =
    schedule && next
      ? say('print.first', { date: localTime(`${next.date}T${schedule.start.slice(11)}`, say.locale) })
      : ''
  return [whenWords(schedule, say), first]
}

/** What is arranged, in the words of whoever arranged it, or else by its name. */
function supportLines({ supports }: Paper['prescription'], say: Text): string[] {
  return supports
    .filter(({ arranged, code }) => arranged && code !== 'cost')
    .map(({ code, words }) => say('print.support', { support: words ?? say(`code.barrier.${code}`) }))
}

function prescribedOn({ prescription: { requestedAt, proposedAt }, centre }: Paper): string {
  const zoned = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: centre.zone })
  return zoned.format(new Date(requestedAt ?? proposedAt))
}

function nextLines({ prescription: { status, partner }, centre }: Paper, say: Text): string[] {
  const step = {
    proposed: 'proposed',
    requested: partner ? 'asked' : 'own',
    'on-hold': 'waiting',
    accepted: 'come',
    'in-progress': 'come',
  }[status as string]
  const own = centre.settings.texts?.whatNext
  return [step ? say(`print.step.${step}`) : '', own ? inLocale(own, say.locale) : '']
}
