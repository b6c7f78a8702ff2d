import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { permissionsOfRoles, staffRoles } from '../../shared/core/permissions.ts'
import { must } from './support/arrange.ts'
import { openConsole, settled, type Visitor } from './support/console.ts'
import { faultsOf } from './support/inspect.ts'
import { arrive, lookAt } from './support/look.ts'
import { screens } from './support/screens.ts'
import { furnishedThings, type Things } from './support/things.ts'

const product = openConsole()

const visitors = new Map<string, Visitor>()
let things: Things | undefined

async function visitor(role: string): Promise<Visitor> {
  const known = visitors.get(role) ?? (await product.visit({ who: `${role}@guelph`, path: '/settings' }))
  visitors.set(role, known)
  return known
}

/** Somebody in front of a screen, with something on file to look at. */
async function at(role: string, path: (things: Things) => string): Promise<Visitor> {
  things ??= await furnishedThings(await visitor('navigator'))
  const known = await visitor(role)
  await known.page.goto(new URL(path(things), known.page.url()).href)
  await settled(known.page)
  return known
}

describe('who may not be somewhere is told who may, before anything is read', () => {
  test.each(staffRoles)('%s', async (role) => {
    const { page } = await at(role, () => '/settings')
    const permissions = permissionsOfRoles([role])
    const barred = screens.filter(({ needs }) => needs && !permissions.has(needs))
    expect(barred.length).toBeGreaterThan(4)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    for (const { name, path } of barred) {
      await arrive(page, path(things as Things))
      expect(await page.locator('h1').innerText(), name).toBe('Not permitted')
      await page.locator('main').getByText('An administrator of your centre can give you a role that can.').waitFor()
      expect(await page.locator('main :is(table, form, h2)').count(), name).toBe(0)
    }
    expect(asked.filter((path) => path.startsWith('/v1/') && path !== '/v1/me')).toEqual([])
    if (role === 'champion') await lookAt(page, 'not-permitted', 'screen')
  })
})

interface Form {
  readonly name: string
  readonly role: string
  readonly path: (things: Things) => string
  readonly open: (page: Page) => Promise<unknown>
  /** A field of it, by its label; what is typed there once, and what another time. */
  readonly label: string
  readonly once: string
  readonly again: string
  readonly writes: RegExp
  readonly send?: string
}

const record = ({ newcomer }: Things) => `/clients/${newcomer.client}`
const field = (page: Page, { label }: Form) => page.getByLabel(label, { exact: true }).first()
const isThere = () => Promise.resolve()
const pressed = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()
const chosen = (section: string, item: string) => async (page: Page) => {
  await page.locator(`${section} .menu > button`).first().click()
  await page.locator(section).getByRole('button', { name: item, exact: true }).first().click()
}

/** Every form that changes what is there, or adds to it. */
const forms: readonly Form[] = [
  {
    name: 'referral',
    role: 'prescriber',
    path: () => '/refer',
    open: async (page) => {
      await page.getByLabel('Family name').fill('Untold')
      await page.getByLabel('Phone').fill('519-555-0171')
      await pressed('Stress')(page)
      await page.getByRole('checkbox', { name: /They agree/ }).check()
    },
    label: 'Given name',
    once: 'Lysander',
    again: 'Lavinia',
    writes: /\/referrals\/with-client$/,
    send: 'Send the referral',
  },
  {
    name: 'contact',
    role: 'navigator',
    path: record,
    open: pressed('Log a contact'),
    label: 'Note (optional)',
    once: 'Would like to sing again.',
    again: 'Has begun to sing.',
    writes: /\/contacts$/,
  },
  {
    name: 'record',
    role: 'navigator',
    path: record,
    open: pressed('Edit details'),
    label: 'Town (optional)',
    once: 'Palmerston',
    again: 'Fergus',
    writes: /\/clients\/client_\w+$/,
  },
  {
    name: 'goal',
    role: 'navigator',
    path: record,
    open: chosen('#matters', 'Edit'),
    label: 'What matters to me',
    once: 'Sing somewhere.',
    again: 'Sing in a choir.',
    writes: /\/goals\/goal_\w+$/,
  },
  {
    name: 'supports',
    role: 'navigator',
    path: record,
    open: chosen('#plan', 'Supports, note and next action'),
    label: 'Next action on',
    once: '2099-02-02',
    again: '2099-01-05',
    writes: /\/prescriptions\/prescription_\w+$/,
  },
  {
    name: 'listing',
    role: 'navigator',
    path: ({ activity }) => `/activities/${activity}/edit`,
    open: isThere,
    label: 'Name in English',
    once: 'Renamed already',
    again: 'Renamed by one',
    writes: /\/activities\/activity_\w+$/,
  },
  {
    name: 'colleague',
    role: 'centre-admin',
    path: () => '/setup/people',
    open: (page) => page.locator('.name-button').last().click(),
    label: 'Name',
    once: 'Renamed Already',
    again: 'Renamed Colleague',
    writes: /\/staff\/staff_\w+$/,
  },
  {
    name: 'settings',
    role: 'centre-admin',
    path: () => '/setup/centre',
    open: isThere,
    label: 'Days to a first contact',
    once: '8',
    again: '9',
    writes: /\/centre\/settings$/,
  },
  {
    name: 'texts',
    role: 'centre-admin',
    path: () => '/setup/texts',
    open: isThere,
    label: 'In English',
    once: 'Shall we tell them?',
    again: 'May we tell them, please?',
    writes: /\/centre\/settings$/,
  },
]

const save = (page: Page, { send = 'Save' }: Form) =>
  page.getByRole('button', { name: send, exact: true }).last().click()

describe('an answer that is lost on its way loses nothing that was typed, and what is sent again has one effect', () => {
  test.each(forms)('$name', async (form) => {
    const { page } = await at(form.role, form.path)
    await form.open(page)
    await field(page, form).fill(form.once)
    const answers: number[] = []
    await page.route(form.writes, async (route) => {
      if (route.request().method() === 'GET') return route.fallback()
      const answer = await route.fetch()
      answers.push(answer.status())
      return answers.length === 1 ? route.abort() : route.fulfill({ response: answer })
    })
    await save(page, form)
    await page.getByRole('alert').getByText('Nothing you typed is lost').waitFor()
    expect(await field(page, form).inputValue()).toBe(form.once)
    await save(page, form)
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await page.locator('.toast-done, .sent-name').first().waitFor()
    expect(answers.map((status) => Math.floor(status / 100))).toEqual([2, 2])
    await page.unroute(form.writes)
  })
})

interface Race extends Form {
  /** What somebody else does to the same thing in the meantime. */
  readonly change: (somebody: Visitor, things: Things) => Promise<unknown>
  readonly mine: string
  readonly theirs: string
}

async function patch(somebody: Visitor, path: string, body: object): Promise<void> {
  const { version } = await must(somebody, 'GET', path.replace('/settings', ''))
  await must(somebody, 'PATCH', path, body, version)
}

async function firstGoal(somebody: Visitor, { newcomer }: Things) {
  return (await must(somebody, 'GET', `/v1/referrals/${newcomer.referral}/goals`)).items[0]
}

const another: Readonly<Record<string, Pick<Race, 'change' | 'mine' | 'theirs'>>> = {
  record: {
    change: (somebody, { newcomer }) => patch(somebody, `/v1/clients/${newcomer.client}`, { town: 'Arthur' }),
    mine: 'Fergus',
    theirs: 'Arthur',
  },
  goal: {
    change: async (somebody, on) =>
      patch(somebody, `/v1/goals/${(await firstGoal(somebody, on)).id}`, { words: 'Walk anywhere.' }),
    mine: 'Sing in a choir.',
    theirs: 'Walk anywhere.',
  },
  supports: {
    change: async (somebody, { newcomer }) => {
      const { items } = await must(somebody, 'GET', `/v1/referrals/${newcomer.referral}/prescriptions`)
      await patch(somebody, `/v1/prescriptions/${items[0].id}`, { nextActionOn: '2099-03-03' })
    },
    mine: 'January 5, 2099',
    theirs: 'March 3, 2099',
  },
  listing: {
    change: (somebody, { activity }) =>
      patch(somebody, `/v1/activities/${activity}`, { name: { en: 'Renamed by another', fr: 'Un autre nom' } }),
    mine: 'Renamed by one',
    theirs: 'Renamed by another',
  },
  colleague: {
    change: async (somebody) => {
      const name = await somebody.page.getByRole('dialog').locator('h3').innerText()
      const { items } = await must(somebody, 'GET', '/v1/staff?status=active&limit=100')
      const { id } = items.find((member: { name: string }) => member.name === name)
      await patch(somebody, `/v1/staff/${id}`, { name: 'Renamed Elsewhere' })
    },
    mine: 'Renamed Colleague',
    theirs: 'Renamed Elsewhere',
  },
  settings: {
    change: (somebody) => patch(somebody, '/v1/centre/settings', { firstContactDays: 21 }),
    mine: '9',
    theirs: '21',
  },
  texts: {
    change: (somebody) =>
      patch(somebody, '/v1/centre/settings', { texts: { consentToShare: { en: 'May we?', fr: 'Pouvons-nous?' } } }),
    mine: 'May we tell them, please?',
    theirs: 'May we?',
  },
}

const conflicts: readonly Race[] = [
  ...forms.flatMap((form) => {
    const other = another[form.name]
    return other ? [{ ...form, ...other }] : []
  }),
  {
    name: 'look-back',
    role: 'navigator',
    path: record,
    open: async (page) => {
      await pressed('Look back')(page)
      await page.getByRole('radio', { name: 'As hoped' }).check()
    },
    label: 'Note (optional)',
    once: 'She said so.',
    again: 'She said so herself.',
    writes: /\/review$/,
    change: async (somebody, on) => {
      const { id, version } = await firstGoal(somebody, on)
      await must(somebody, 'POST', `/v1/goals/${id}/review`, { level: -2 }, version)
    },
    mine: 'As hoped',
    theirs: 'Much less than hoped',
  },
]

describe('what somebody else changed meanwhile is shown beside one’s own, and either can stand', () => {
  test.each(conflicts)('$name', async ({ change, mine, theirs, ...form }) => {
    const somebody = await at(form.role, form.path)
    const { page } = somebody
    const shown = page.getByRole('dialog', { name: 'Somebody changed this while you were typing' })
    await form.open(page)
    await field(page, form).fill(form.again)
    await change(somebody, things as Things)
    await save(page, form)
    await shown.getByRole('row').filter({ hasText: mine }).filter({ hasText: theirs }).waitFor()
    await lookAt(page, `${form.name}-conflict`, 'dialog[open]')
    await page.keyboard.press('Escape')
    await shown.waitFor({ state: 'detached' })
    expect(await field(page, form).inputValue()).toBe(form.again)
    await save(page, form)
    await shown.getByRole('button', { name: 'Keep mine' }).click()
    await page.locator('.toast-done').first().waitFor()
  })
})

describe('a session that ends under somebody keeps what is typed', () => {
  /** What the clock does to somebody who looks away, and what they do about it. */
  async function lookAway({ page }: Visitor, isKept: () => Promise<boolean>, isLookedAt = false): Promise<void> {
    await page.clock.fastForward('28:10')
    await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor()
    if (isLookedAt) await lookAt(page, 'session-near', 'dialog[open]')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await isKept()).toBe(true)
    const cookies = await page.context().cookies()
    await page.context().clearCookies({ name: '__Host-rxc' })
    await page.clock.fastForward('31:00')
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await ended.waitFor()
    if (isLookedAt) await lookAt(page, 'session-ended', 'dialog[open]')
    await page.context().addCookies(cookies)
    await ended.getByRole('button', { name: 'I am signed in again' }).click()
    await ended.waitFor({ state: 'detached' })
    // Who has just signed in is not asked whether they are there.
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await isKept()).toBe(true)
  }

  async function watching(path: (things: Things) => string): Promise<Visitor> {
    await at('navigator', () => '/settings')
    const somebody = await product.visit({ who: 'navigator@guelph', path: '/settings' })
    await somebody.page.clock.install()
    await somebody.page.goto(new URL(path(things as Things), somebody.page.url()).href)
    return somebody
  }

  test('in a record', async () => {
    const somebody = await watching(record)
    const { page } = somebody
    await page.getByRole('button', { name: 'Edit details' }).click()
    const town = page.getByLabel('Town (optional)')
    await town.fill('Mount Forest')
    await lookAway(somebody, async () => (await town.inputValue()) === 'Mount Forest', true)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Lives in Mount Forest').waitFor()
    await page.context().close()
  })

  test('in the middle of a questionnaire', async () => {
    const somebody = await watching(({ newcomer }) => `/clients/${newcomer.client}/measures/${newcomer.referral}`)
    const { page } = somebody
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('radio', { name: 'Often' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('question 2 of').waitFor()
    const answer = page.getByRole('radio', { name: 'Some of the time' })
    await answer.check()
    await lookAway(somebody, () => answer.isChecked())
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('radio', { name: 'Often' }).check()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByText('question 4 of').waitFor()
    await page.context().close()
  })
})

test('a screen that was never opened says without a network that it could not be fetched; nothing else is lost', async () => {
  const { page, leave } = await product.visit({ who: 'navigator@guelph', path: '/clients' })
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Intake' }).click()
  await page.getByRole('alert').getByText('No answer came').waitFor()
  await lookAt(page, 'unfetched', 'screen')
  await page.getByRole('link', { name: 'Rx: Community' }).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Intake', level: 1 }).waitFor()
  await leave()
})

test('before and after signing in, and where somebody has no screen yet, the page has no barrier either', async () => {
  const { page, leave } = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  await page.goto(new URL('/signed-in', page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.route('**/v1/me', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), permissions: [], roles: [] } })
  })
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('heading', { name: 'There is no screen for your role yet' }).waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).waitFor()
  await lookAt(page, 'no-screen', 'screen')
  await page.unroute('**/v1/me')
  await page.context().clearCookies({ name: '__Host-rxc' })
  await page.goto(new URL('/', page.url()).href)
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await lookAt(page, 'door')
  await leave()
})
