import type { Page } from 'playwright-core'
import type { Permission } from '../../../shared/core/permissions.ts'
import * as step from './steps.ts'
import type { Things } from './things.ts'

/** A screen, who looks at it, and where it is for the things on file. */
export interface Screen {
  readonly name: string
  readonly who: string
  /** What it takes to be there, where not everybody may be. */
  readonly needs?: Permission
  readonly path: (things: Things) => string
  /** The read without which it has nothing to show. */
  readonly reads?: RegExp
  /** What is heard of it is kept as text, and looked at when it changes: `test/browser/aria`. */
  readonly isHeard?: true
  /** The rows whose number is said to who listens. */
  readonly counts?: string
  /** Where it has nothing to show: at a centre that opened this morning, or for somebody of whom nothing is known. */
  readonly empty?: 'at the quiet centre' | ((things: Things) => string)
  /** Where its states are looked at, where that is shorter. */
  readonly shorter?: (things: Things) => string
  /** What can be opened on it or happens to it, and how one gets there. */
  readonly states?: Readonly<Record<string, (page: Page, things: Things) => Promise<unknown>>>
}

/** Where somebody works with one person at a time. */
export const care: readonly Screen[] = [
  {
    name: 'record',
    needs: 'clients:read',
    who: 'navigator',
    path: ({ client }) => `/clients/${client}`,
    isHeard: true,
    reads: /\/v1\/clients\/client_\w+$/,
    empty: ({ stranger }) => `/clients/${stranger}`,
    shorter: ({ newcomer }) => `/clients/${newcomer.client}`,
    states: {
      log: step.press('Log a contact'),
      edit: step.editDetails,
      goal: step.press('Write down a goal'),
      'goal-review': step.press('Look back'),
      'goal-edit': step.fromMenu('#matters', 'Edit'),
      hold: step.press('Put on hold'),
      close: step.closeReferral,
      assign: step.fromMenu('#referrals', 'Assign to a colleague'),
      wrong: step.fromMenu('#referrals', 'Entered in error'),
      supports: step.fromMenu('#plan', 'Supports, note and next action'),
      consent: step.press('Record a consent'),
      withdraw: step.press(/^Withdraw:/),
      withhold: step.press('Withhold something'),
      statement: step.press('Add a statement of disagreement'),
      unfolded: step.unfoldAll,
      menu: (page) => page.locator('#referrals .menu > button').click(),
    },
  },
  {
    name: 'accesses',
    needs: 'audit:report',
    who: 'navigator',
    path: ({ client }) => `/clients/${client}/accesses`,
    reads: /\/access-report\?/,
  },
  {
    name: 'measures',
    needs: 'outcomes:record',
    who: 'navigator',
    path: ({ newcomer }) => `/clients/${newcomer.client}/measures/${newcomer.referral}`,
    reads: /\/v1\/instruments/,
    states: {
      question: step.press('Start'),
      'no-answer': step.answerNothing,
      // Last: what is answered on the way is not asked again.
      scale: step.toTheScale,
    },
  },
  {
    name: 'prescribe',
    needs: 'activities:match',
    who: 'navigator',
    path: ({ newcomer }) => `/clients/${newcomer.client}/prescribe/${newcomer.referral}`,
    counts: '.matches > li',
    reads: /\/matches$/,
    states: {
      plan: (page) => page.locator('.match-name').first().click(),
      compare: step.compare,
      shortlist: step.shortlist,
      'no-match': (page) => page.getByRole('searchbox').fill('nothing at all'),
    },
  },
  {
    name: 'print',
    needs: 'prescriptions:read',
    who: 'navigator',
    path: ({ prescription }) => `/prescriptions/${prescription}/print`,
    reads: /\/v1\/prescriptions\/prescription_\w+$/,
    states: { large: step.press('Large type, one language') },
  },
  { name: 'pad', needs: 'centre:read', who: 'navigator', path: () => '/pad', reads: /\/v1\/centre$/ },
  {
    name: 'refer',
    needs: 'referrals:request',
    who: 'prescriber',
    path: () => '/refer',
    isHeard: true,
    reads: /\/v1\/referrals\?.*prescriber=/,
    states: {
      faults: step.submitNothing,
      more: step.referMore,
      known: step.referKnown,
      duplicate: step.referDuplicate,
      sent: step.referSent,
    },
  },
  {
    name: 'my-referrals',
    needs: 'referrals:request',
    who: 'prescriber',
    path: () => '/referrals',
    counts: 'tbody tr',
    reads: /\/v1\/referrals\?/,
    empty: 'at the quiet centre',
    states: { panel: step.openRow, cancel: step.cancelReferral },
  },
]

/** Where somebody works through a list, or sets things up. */
export const centre: readonly Screen[] = [
  {
    name: 'today',
    needs: 'tasks:read',
    who: 'navigator',
    path: () => '/today',
    isHeard: true,
    counts: 'tbody tr',
    reads: /\/v1\/tasks\?.*assignee=me/,
    empty: 'at the quiet centre',
    states: {
      panel: step.openRow,
      log: step.logFromRow,
      'no-match': (page) => page.getByRole('searchbox').fill('nobody at all'),
      keys: (page) => page.keyboard.press('?'),
      commands: (page) => page.keyboard.press('Control+k'),
      'menu-of-a-telephone': step.openMenu,
      person: (page) => page.getByRole('banner').locator('.menu > button').click(),
    },
  },
  {
    name: 'intake',
    needs: 'referrals:accept',
    who: 'navigator',
    path: () => '/intake',
    counts: 'tbody tr',
    reads: /\/v1\/tasks\?/,
    empty: 'at the quiet centre',
    states: { panel: step.openRow, assign: step.intakeAssign, decline: step.intakeDecline },
  },
  {
    name: 'clients',
    needs: 'clients:search',
    who: 'navigator',
    path: () => '/clients',
    states: { found: step.find('an'), nobody: step.find('Nobodyatall'), join: step.joinRecords },
  },
  {
    name: 'groups',
    needs: 'attendances:record',
    who: 'champion',
    path: () => '/groups',
    reads: /\/v1\/activities\?/,
    empty: 'at the quiet centre',
  },
  {
    name: 'directory',
    needs: 'activities:read',
    who: 'navigator',
    path: () => '/directory',
    counts: 'tbody tr',
    reads: /\/v1\/activities\?/,
    empty: 'at the quiet centre',
    states: { 'no-match': step.filterDirectory },
  },
  {
    name: 'activity',
    needs: 'activities:read',
    who: 'navigator',
    path: ({ activity }) => `/activities/${activity}`,
    reads: /\/v1\/activities\/activity_\w+$/,
    states: { close: step.press('Close the activity') },
  },
  {
    name: 'edit-activity',
    needs: 'activities:write',
    who: 'navigator',
    path: ({ activity }) => `/activities/${activity}/edit`,
    reads: /\/v1\/activities\/activity_\w+$/,
    empty: () => '/activities/new/edit',
    states: { faults: step.emptyListing },
  },
  {
    name: 'extracts',
    needs: 'extracts:read',
    who: 'evaluator',
    path: () => '/extracts',
    reads: /\/v1\/insights/,
    empty: 'at the quiet centre',
  },
  {
    name: 'people',
    needs: 'staff:write',
    who: 'centre-admin',
    path: () => '/setup/people',
    counts: 'tbody tr',
    reads: /\/v1\/staff\?.*status=active/,
    states: {
      invite: step.press('Invite a colleague'),
      'invite-faults': step.inviteNobody,
      colleague: (page) => page.locator('.name-button').first().click(),
      none: step.press(/^Deactivated/),
    },
  },
  { name: 'centre', needs: 'centre:write', who: 'centre-admin', path: () => '/setup/centre', reads: /\/v1\/centre$/ },
  { name: 'texts', needs: 'centre:write', who: 'centre-admin', path: () => '/setup/texts', reads: /\/v1\/centre$/ },
  {
    name: 'audit',
    needs: 'audit:read',
    who: 'centre-admin',
    path: () => '/setup/audit',
    reads: /\/v1\/audit\?/,
    empty: 'at the quiet centre',
    states: { colleague: step.press('By colleague'), record: step.auditRecord },
  },
  {
    name: 'keys',
    needs: 'keys:write',
    who: 'centre-admin',
    path: () => '/setup/keys',
    reads: /\/v1\/partners\?/,
    states: { none: step.pickPartner, new: step.newKey, issued: step.issueKey, end: step.endKey },
  },
  { name: 'settings', who: 'navigator', path: () => '/settings' },
  { name: 'nowhere', who: 'navigator', path: () => '/nowhere' },
]

/** Every screen of the console. A route that is not here fails a test. */
export const screens: readonly Screen[] = [...care, ...centre]
