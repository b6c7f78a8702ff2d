import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'

const product = openConsole()

async function referred(visitor: Visitor, given: string) {
  const { body } = await visitor.api('POST', '/v1/referrals/with-client', {
    client: { names: { given, family: 'Storybook' }, locale: 'en' },
    referral: { source: 'physician', reasons: ['stress'], agreed: 'spoken' },
  })
  return body
}

test('each person is a line with the last news, and the message back is copied for the chart', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer' })
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = prescriber
  const { id, version } = await referred(prescriber, 'Ottilie')
  const accepted = await navigator.api('POST', `/v1/referrals/${id}/accept`, undefined, { 'If-Match': `"${version}"` })
  expect(accepted.status).toBe(200)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  prescriber.begin()
  await prescriber.click(page.getByRole('link', { name: 'My referrals', exact: true }))
  const row = page.getByRole('row').filter({ hasText: 'Ottilie Storybook' })
  await row.getByText('A navigator has taken it').waitFor()
  await prescriber.click(row.getByRole('link'))
  await prescriber.click(page.getByRole('button', { name: /Copy for the EMR/ }))
  await page.getByText('Copied.').waitFor()
  expect(prescriber.clicks()).toBe(3)
  const copied = await page.evaluate(() => window.navigator.clipboard.readText())
  expect(copied).toContain('Ottilie Storybook')
  expect(copied).toContain('Your referral was accepted')
  await page.keyboard.press('Escape')
  expect(await row.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true)
  await navigator.leave()
  await prescriber.leave()
})

test('a referral is cancelled with a reason, which the line then tells', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer' })
  const { page } = prescriber
  await referred(prescriber, 'Bartholomea')
  await page.getByRole('link', { name: 'My referrals', exact: true }).click()
  await page.getByLabel('Find in this list').fill('bartholomea')
  await page.getByRole('link', { name: 'Bartholomea Storybook' }).click()
  await page.getByRole('button', { name: 'Cancel the referral' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Bartholomea Storybook').waitFor()
  await dialog.getByRole('button', { name: 'Cancel the referral' }).click()
  await dialog.getByRole('alert').getByRole('link', { name: 'Choose a reason' }).waitFor()
  await dialog.getByLabel('Other', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Cancel the referral' }).click()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('In a few words').fill('Asked us to wait until spring.')
  await dialog.getByRole('button', { name: 'Cancel the referral' }).click()
  await page.getByText('The referral is cancelled.').waitFor()
  await page.getByRole('button', { name: /^Closed/ }).click()
  await page.getByRole('cell', { name: /Cancelled: Asked us to wait until spring/ }).waitFor()
  await prescriber.leave()
})

test('a referral that moved on meanwhile is not cancelled unseen', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer' })
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = prescriber
  const { id, version } = await referred(prescriber, 'Hesper')
  await page.getByRole('link', { name: 'My referrals', exact: true }).click()
  await page.getByRole('link', { name: 'Hesper Storybook' }).click()
  await page.getByRole('button', { name: 'Cancel the referral' }).click()
  await navigator.api('POST', `/v1/referrals/${id}/accept`, undefined, { 'If-Match': `"${version}"` })
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Needs changed').check()
  await dialog.getByRole('button', { name: 'Cancel the referral' }).click()
  await dialog.getByText('Somebody changed this a moment ago').waitFor()
  expect((await prescriber.api('GET', `/v1/referrals/${id}`)).body.status).toBe('accepted')
  await navigator.leave()
  await prescriber.leave()
})

test('in French, the news are in French', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/referrals', locale: 'fr' })
  const { page } = prescriber
  await page.getByRole('heading', { name: 'Mes aiguillages' }).waitFor()
  await page.getByRole('button', { name: /^Fermés/ }).click()
  await page.getByText('Annulé\u00a0: la personne a dit non.').waitFor()
  await prescriber.leave()
})
