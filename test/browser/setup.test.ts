import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openConsole } from './support/console.ts'
import { keyboardOf } from './support/keyboard.ts'

const product = openConsole()

test('a colleague is invited, deactivated and taken back', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/people' })
  const { page } = admin
  admin.begin()
  await admin.click(page.getByRole('button', { name: 'Invite a colleague' }))
  const dialog = page.getByRole('dialog', { name: 'Invite a colleague' })
  await dialog.getByLabel('Name', { exact: true }).fill('Philippa Fiction')
  await dialog.getByLabel('E-mail').fill('philippa.fiction@guelph.example.org')
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await dialog.getByRole('alert').getByRole('link', { name: 'Choose at least one role' }).waitFor()
  await admin.click(dialog.getByRole('checkbox', { name: 'Navigator' }))
  await admin.click(dialog.getByRole('button', { name: 'Send the invitation' }))
  await page.getByText('The invitation is on its way.').waitFor()
  expect(admin.clicks()).toBe(3)
  await page.getByRole('button', { name: /^Invited/ }).click()
  await page.getByRole('button', { name: 'Philippa Fiction' }).click()
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await page.getByText('They can no longer sign in.').waitFor()
  await page.getByRole('button', { name: /^Deactivated/ }).click()
  await page.getByRole('button', { name: 'Philippa Fiction' }).click()
  await page.getByRole('button', { name: 'Reactivate' }).click()
  await page.getByText('They can sign in again.').waitFor()
  await admin.leave()
})

test('by keys alone: a colleague is invited', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/people' })
  const { page } = admin
  const keys = keyboardOf(admin)
  admin.begin()
  await keys.skip()
  await keys.tabTo(page.getByRole('button', { name: 'Invite a colleague' }), 1)
  await keys.press('Enter')
  await keys.type('Quilla Invented')
  await keys.press('Tab')
  await keys.type('quilla.invented@guelph.example.org')
  await keys.tabTo(page.getByRole('dialog').getByRole('checkbox', { name: 'Navigator' }), 4)
  await keys.press('Space', 'Control+Enter')
  await page.getByText('The invitation is on its way.').waitFor()
  expect(admin.clicks()).toBe(0)
  expect(admin.elapsed()).toBeLessThan(12_000)
  await admin.leave()
})

test('the last administrator stays one, and is told why', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/people' })
  const { page } = admin
  await page.getByRole('button', { name: 'Abena Owusu' }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Centre administrator' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Evaluator' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.getByRole('checkbox', { name: 'Evaluator' }).isChecked()).toBe(true)
  await admin.leave()
})

test('two who change the settings at once both see both versions, and the one who chooses wins', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/centre' })
  const { page } = admin
  await page.getByLabel('Days to a first contact').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Days to a first contact: a whole number from 1 to 90' }).waitFor()
  await page.getByLabel('Days to a first contact').fill('7')
  await page.getByRole('checkbox', { name: 'Mood (PHQ-2)' }).check()
  const { version } = (await admin.api('GET', '/v1/centre')).body
  await admin.api('PATCH', '/v1/centre/settings', { firstContactDays: 21 }, { 'If-Match': `"${version}"` })
  await page.getByRole('button', { name: 'Save' }).click()
  const conflict = page.getByRole('dialog', { name: 'Somebody changed this while you were typing' })
  const row = conflict.getByRole('row').filter({ hasText: 'Days to a first contact' })
  await row.getByRole('cell', { name: '21' }).waitFor()
  expect(await row.getByRole('cell', { name: '7', exact: true }).count()).toBe(1)
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByText('Saved.').waitFor()
  const { settings } = (await admin.api('GET', '/v1/centre')).body
  expect(settings).toMatchObject({ firstContactDays: 7 })
  expect(settings.measures).toContain('phq-2')
  await admin.leave()
})

test('a text in one language asks for the other, in French', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/texts', locale: 'fr' })
  const { page } = admin
  const next = page.getByRole('group', { name: 'La suite' })
  await next.getByLabel('En anglais').fill('')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: /^La suite.: écrivez-le aussi en anglais/ }).waitFor()
  await next.getByLabel('En anglais').fill('Somebody rings you.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Enregistré').waitFor()
  const { texts } = (await admin.api('GET', '/v1/centre')).body.settings
  expect(texts.whatNext.en).toBe('Somebody rings you.')
  expect(texts.consentToShare.en).toContain('May we tell')
  await admin.leave()
})

test('who looked at a record is found from the day, and taken out as CSV', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const [referral] = (await navigator.api('GET', '/v1/referrals')).body.items
  await navigator.api('GET', `/v1/clients/${referral.client}`)
  await navigator.leave()
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/audit' })
  const { page } = admin
  const code = referral.client.slice(-6)
  await page
    .getByRole('row')
    .filter({ hasText: 'Looked at: profile' })
    .filter({ hasText: 'Oksana Kovalenko' })
    .first()
    .waitFor()
  await page
    .getByRole('button', { name: `Record ${code}` })
    .first()
    .click()
  await page.getByLabel('Record id').waitFor()
  await page.getByRole('row').filter({ hasText: 'Oksana Kovalenko' }).first().waitFor()
  // What is heard is as many rows as are seen.
  const seen = await page.locator('tbody tr').count()
  await page.getByRole('status').getByText(`${seen} in the list`).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV of these entries' }).click(),
  ])
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toContain('at,who,roles,what,record,operation,refusal,reference')
  expect(text).toContain(`Oksana Kovalenko,navigator,Looked at: profile,${referral.client},getClient,`)
  expect(page.url()).not.toContain('client_')
  await admin.leave()
})

test('a partner’s key is shown once, replaced and ended', async () => {
  const admin = await product.visit({ who: 'centre-admin@guelph', path: '/setup/keys' })
  const { page } = admin
  const partner = (await admin.api('GET', '/v1/partners')).body.items.find(
    ({ status }: { status: string }) => status === 'active',
  )
  await page.getByLabel('Partner', { exact: true }).selectOption(partner.id)
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByLabel('What it is for').fill('Booking system')
  await page.getByRole('checkbox', { name: 'Record who came' }).check()
  await page.getByRole('button', { name: 'Create the key' }).click()
  const shown = page.getByRole('dialog', { name: 'The new key' })
  const key = await shown.locator('code').innerText()
  expect(key.length).toBeGreaterThan(30)
  await shown.getByRole('button', { name: 'I have saved it' }).click()
  expect(await page.content()).not.toContain(key)
  await page.getByRole('button', { name: 'Replace, Booking system' }).click()
  const next = await page.getByRole('dialog', { name: 'The new key' }).locator('code').innerText()
  expect(next).not.toBe(key)
  await page.getByRole('button', { name: 'I have saved it' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Active' }).filter({ hasText: 'Booking system' }).first()
  await row.getByRole('button', { name: 'Revoke, Booking system' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByText('The key is revoked.').waitFor()
  await admin.leave()
})
