import { expect, test } from 'vitest'
import { activityNamed, withPrescription } from './support/arrange.ts'
import { openConsole } from './support/console.ts'
import { keyboardOf, untilFocus } from './support/keyboard.ts'
import { newClient, open } from './support/records.ts'
import { thingsOf } from './support/things.ts'

const product = openConsole()

const visitor = (who: string) => product.visit({ who: `${who}@guelph`, path: '/settings' })

test('who looked at a record is one click away, in the words in which the client is told', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await thingsOf(navigator)
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('link', { name: 'Who looked at this record' }))
  await page
    .getByText(/looked at .*your profile/)
    .first()
    .waitFor()
  expect(navigator.clicks()).toBe(1)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  const printable = await page.getByRole('link', { name: 'Page to print, in French' }).getAttribute('href')
  expect(printable).toBe(`/v1/clients/${client}/access-report?locale=fr`)
  await navigator.leave()
})

test('a consent is withdrawn in two clicks, and the second says what stops at once', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Consent')
  await navigator.api('POST', `/v1/clients/${client}/consents`, {
    scope: { kind: 'messages', channel: 'sms' },
    how: 'spoken',
  })
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Withdraw: Messages by text message' }))
  await page.getByText('No message goes out by this channel any more').waitFor()
  await navigator.click(page.getByRole('button', { name: 'Withdraw the consent' }))
  await page.getByText('The consent is withdrawn.').waitFor()
  expect(navigator.clicks()).toBe(2)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  const { body } = await navigator.api('GET', `/v1/clients/${client}/consents`)
  expect(body.items.map(({ status }: { status: string }) => status)).toEqual(['withdrawn'])
  await navigator.leave()
})

test('a directive withholds contacts from prescribers, who learn only that something is missing', async () => {
  const [navigator, prescriber] = [await visitor('navigator'), await visitor('prescriber')]
  const { page } = navigator
  const { client, referral } = await newClient(navigator, 'Directive')
  await navigator.api('POST', `/v1/referrals/${referral}/contacts`, {
    channel: 'phone',
    result: 'reached',
    note: 'Between us',
  })
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Withhold something' }))
  await navigator.click(page.getByRole('radio', { name: 'A part' }))
  await navigator.click(page.getByRole('radio', { name: 'A role' }))
  await navigator.click(page.getByRole('dialog').getByRole('button', { name: 'Withhold something' }))
  await page.getByRole('cell', { name: 'Everybody in the role: prescriber' }).waitFor()
  expect(navigator.clicks()).toBe(4)
  expect(navigator.elapsed()).toBeLessThan(6_000)

  await open(prescriber, `/clients/${client}`)
  await prescriber.page.getByText('Information is incomplete').waitFor()
  expect(await prescriber.page.getByText('Between us').count()).toBe(0)
  await prescriber.click(prescriber.page.getByRole('button', { name: 'Open it in an emergency' }))
  await prescriber.click(prescriber.page.getByRole('button', { name: 'Open for fifteen minutes' }))
  await prescriber.page.getByRole('alert').getByText('There is a problem').waitFor()
  await prescriber.page.getByLabel('Why it cannot wait').fill('He rang and spoke of ending his life.')
  await prescriber.page.keyboard.press('Control+Enter')
  await prescriber.page.getByText('Between us').waitFor()
  await Promise.all([navigator.leave(), prescriber.leave()])
})

test('by keys alone: who looked at a record, a consent withdrawn, a directive set', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client } = await newClient(navigator, 'Keyring')
  const scope = { kind: 'messages', channel: 'sms' }
  await navigator.api('POST', `/v1/clients/${client}/consents`, { scope, how: 'spoken' })
  await open(navigator, `/clients/${client}`)
  const looked = keyboardOf(navigator)
  navigator.begin()
  await looked.skip()
  await looked.tabTo(page.getByRole('link', { name: 'Who looked at this record' }), 2)
  await looked.press('Enter')
  await page.waitForURL('**/accesses')
  await untilFocus(page.locator('h1'))
  expect(navigator.elapsed()).toBeLessThan(6_000)

  await open(navigator, `/clients/${client}`)
  const withdrawing = keyboardOf(navigator)
  navigator.begin()
  await withdrawing.skip()
  await withdrawing.tabTo(page.getByRole('link', { name: 'Consents', exact: true }), 20)
  await withdrawing.press('Enter')
  await withdrawing.tabTo(page.getByRole('button', { name: 'Withdraw: Messages by text message' }), 3)
  await withdrawing.press('Enter')
  await withdrawing.tabTo(page.getByRole('button', { name: 'Withdraw the consent' }), 3)
  await withdrawing.press('Enter')
  await page.getByText('The consent is withdrawn.').waitFor()
  expect(navigator.elapsed()).toBeLessThan(12_000)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // Nothing is left to withdraw: what was around it has the focus.
  expect(await page.evaluate(() => document.activeElement?.closest('#consents') !== null)).toBe(true)

  const setting = keyboardOf(navigator)
  navigator.begin()
  await setting.tabTo(page.getByRole('button', { name: 'Withhold something' }), 3)
  await setting.press('Enter', 'ArrowDown')
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('radio', { name: 'A part' }).isChecked()).toBe(true)
  await setting.tabTo(dialog.getByRole('radio', { name: 'A person' }), 3)
  await setting.press('ArrowDown', 'Control+Enter')
  await page.getByRole('cell', { name: 'Everybody in the role: prescriber' }).waitFor()
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(12_000)
  await navigator.leave()
})

test('a referral is closed with how and why, after one that says neither is refused', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client, referral } = await newClient(navigator, 'Closing')
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Close the referral' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Close the referral' }).click()
  await dialog.getByRole('alert').waitFor()
  await navigator.click(dialog.getByRole('radio', { name: 'Completed' }))
  await navigator.click(dialog.getByRole('radio', { name: 'Goals met', exact: true }))
  await navigator.click(dialog.getByRole('button', { name: 'Close the referral' }))
  await page.getByText('Completed, goals met').waitFor()
  expect(navigator.clicks()).toBe(4)
  expect((await navigator.api('GET', `/v1/referrals/${referral}`)).body.status).toBe('completed')
  await navigator.leave()
})

test('work that was begun, and an answer that was noted, are each taken back with one click', async () => {
  const navigator = await visitor('navigator')
  const { page } = navigator
  const { client, referral } = await newClient(navigator, 'Undoing')
  const status = async (path: string) => (await navigator.api('GET', path)).body.status
  await open(navigator, `/clients/${client}`)
  navigator.begin()
  await navigator.click(page.getByRole('button', { name: 'Start work' }))
  await page.getByText('Under way.').waitFor()
  expect(await status(`/v1/referrals/${referral}`)).toBe('in-progress')
  await navigator.click(page.getByRole('button', { name: 'Undo' }))
  await page.getByText('Taken back: it is as it was.').waitFor()
  await page.getByRole('button', { name: 'Start work' }).waitFor()
  expect(navigator.clicks()).toBe(2)
  expect(navigator.elapsed()).toBeLessThan(5_000)
  expect(await status(`/v1/referrals/${referral}`)).toBe('accepted')

  const activity = await activityNamed(navigator, 'Ukulele group')
  const { id } = await withPrescription(navigator, referral, activity.id)
  await open(navigator, `/clients/${client}`)
  const plan = page.locator('#plan')
  await navigator.click(plan.getByRole('button', { name: 'Waiting list' }))
  await plan.getByText('On hold, on the waiting list').waitFor()
  await page.getByText('The answer is on record.').waitFor()
  expect(await status(`/v1/prescriptions/${id}`)).toBe('on-hold')
  await navigator.click(page.getByRole('button', { name: 'Undo' }))
  await page.getByText('Taken back: it is as it was.').waitFor()
  await plan.getByText('Requested', { exact: true }).first().waitFor()
  expect(await status(`/v1/prescriptions/${id}`)).toBe('requested')
  await page.getByText('Everything that happened').click()
  await page.getByText('Social prescriptions – last step taken back').waitFor()
  await navigator.leave()
})

test('on a phone the parts of a record are folded, lead to where they say, and fold again', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings', width: 400 })
  const { page } = navigator
  const { client } = await newClient(navigator, 'Folded')
  await open(navigator, `/clients/${client}`)
  const parts = page.getByRole('navigation', { name: 'Parts of this record' })
  const toContacts = parts.getByRole('link', { name: 'Contacts' })
  expect(await toContacts.isVisible()).toBe(false)
  await parts.getByText('Parts of this record').click()
  await toContacts.click()
  await toContacts.waitFor({ state: 'hidden' })
  const title = page.getByRole('heading', { name: 'Contacts', exact: true })
  await expect.poll(async () => (await title.boundingBox())?.y).toBeLessThan(300)
  await navigator.leave()
})
