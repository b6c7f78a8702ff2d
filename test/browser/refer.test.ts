import { expect, test } from 'vitest'
import { openConsole, type Visitor } from './support/console.ts'
import { keyboardOf } from './support/keyboard.ts'

const product = openConsole()

async function type(visitor: Visitor, ...fields: readonly string[]) {
  for (const [index, words] of fields.entries()) {
    if (index > 0) await visitor.page.keyboard.press('Tab')
    await visitor.page.keyboard.type(words)
  }
}

test('somebody new is referred in four clicks: the screen, a need, their word, Send', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/referrals' })
  const { page } = prescriber
  prescriber.begin()
  await prescriber.click(page.getByRole('link', { name: 'Refer', exact: true }))
  const given = page.getByLabel('Given name')
  await given.waitFor()
  await expect.poll(() => given.evaluate((field) => field === document.activeElement)).toBe(true)
  await type(prescriber, 'Imogen', 'Storybook', '519-555-0143')
  await prescriber.click(page.getByRole('button', { name: 'Social connection' }))
  await prescriber.click(page.getByRole('checkbox', { name: /They agree/ }))
  await prescriber.click(page.getByRole('button', { name: 'Send the referral' }))
  await page.getByText('Imogen Storybook has been referred.').waitFor()
  expect(prescriber.clicks()).toBe(4)
  // The budget is 30 s, of which a person takes 19.
  expect(prescriber.elapsed()).toBeLessThan(11_000)
  expect(await page.title()).not.toContain('Imogen')
  expect(page.url()).not.toContain('Imogen')

  const { items } = (await prescriber.api('GET', '/v1/referrals')).body
  const sent = items.find(({ clientName }: { clientName: string }) => clientName === 'Imogen Storybook')
  expect(sent).toMatchObject({ reasons: ['social-connection'], agreed: 'spoken', urgency: 'routine' })
  const client = (await prescriber.api('GET', `/v1/clients/${sent.client}`)).body
  expect(client.contactPoints).toMatchObject([{ value: '519-555-0143', safe: { voicemail: false, text: false } }])
  await page.getByRole('button', { name: 'Refer another person' }).click()
  expect(await page.getByLabel('Given name').inputValue()).toBe('')
  await prescriber.leave()
})

test('somebody on file, named by a launch link, is referred in three clicks', async () => {
  const arranging = await product.visit({ who: 'prescriber@guelph', path: '/referrals' })
  const [first] = (await arranging.api('GET', '/v1/referrals')).body.items
  await arranging.leave()
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: `/refer?client=${first.client}` })
  const { page } = prescriber
  await page.getByRole('heading', { name: first.clientName }).waitFor()
  prescriber.begin()
  await prescriber.click(page.getByRole('button', { name: 'Food insecurity' }))
  await prescriber.click(page.getByRole('checkbox', { name: /They agree/ }))
  await prescriber.click(page.getByRole('button', { name: 'Send the referral' }))
  await page.getByText(`${first.clientName} has been referred.`).waitFor()
  expect(prescriber.clicks()).toBe(3)
  // The budget is 20 s, of which a person takes 8.
  expect(prescriber.elapsed()).toBeLessThan(12_000)
  await prescriber.leave()
})

test('by keyboard alone, in French, with the wrong word put right from the summary', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer', locale: 'fr' })
  const { page } = prescriber
  const keys = keyboardOf(prescriber)
  await page.getByLabel('Prénom').focus()
  prescriber.begin()
  await type(prescriber, '', 'Fictive', '705-555-0144')
  await page.keyboard.press('Control+Enter')
  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await summary.innerText()).toContain('Il y a un problème')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('Prénom').evaluate((field) => field === document.activeElement)).toBe(true)
  await type(prescriber, 'Zéphirine')
  expect(await page.getByLabel('Nom de famille').inputValue()).toBe('Fictive')
  await keys.tabTo(page.getByRole('button', { name: 'Liens sociaux' }), 12)
  await keys.press('Space')
  await keys.tabTo(page.getByRole('checkbox', { name: /La personne accepte/ }), 20)
  await keys.press('Space', 'Control+Enter')
  await page.getByText('Zéphirine Fictive : l’aiguillage est envoyé.').waitFor()
  expect(prescriber.clicks()).toBe(0)
  await prescriber.leave()
})

test('a person who may be on file is asked about; nothing typed is lost, and their other number is kept', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer' })
  const { page } = prescriber
  const known = await prescriber.api('POST', '/v1/clients', {
    names: { given: 'Perpetua', family: 'Example' },
    locale: 'en',
    contactPoints: [
      { system: 'phone', value: '519-555-0101', preferred: true, safe: { voicemail: true, text: false } },
    ],
  })
  await page.getByLabel('Given name').focus()
  await type(prescriber, 'Perpetua', 'Example', '519-555-0102')
  await page.getByRole('button', { name: 'Stress' }).click()
  await page.getByLabel('Note to the navigator').fill('Sings alto.')
  await page.getByRole('checkbox', { name: /They agree/ }).check()
  await page.getByRole('button', { name: 'Send the referral' }).click()
  const question = page.getByRole('region', { name: 'Is this person on file already?' })
  await question.waitFor()
  expect(await question.evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Note to the navigator').inputValue()).toBe('Sings alto.')
  await question.getByRole('button', { name: /This is the person/ }).click()
  await page.getByText('The number 519-555-0102 is not on their record.').waitFor()
  const { items } = (await prescriber.api('GET', `/v1/referrals?client=${known.body.id}`)).body
  expect(items).toMatchObject([{ reasons: ['stress'], note: 'Sings alto.' }])
  await page.getByRole('button', { name: 'Add it to the record' }).click()
  await page.getByText('The number is on the record.').waitFor()
  const { contactPoints } = (await prescriber.api('GET', `/v1/clients/${known.body.id}`)).body
  expect(contactPoints.map(({ value }: { value: string }) => value)).toEqual(['519-555-0101', '519-555-0102'])
  await prescriber.leave()
})

test('somebody else of the same name gets a record of their own', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer' })
  const { page } = prescriber
  const names = { given: 'Cosmo', family: 'Namesake' }
  const known = await prescriber.api('POST', '/v1/clients', { names, locale: 'en' })
  await page.getByLabel('Given name').focus()
  await type(prescriber, names.given, names.family, '519-555-0103')
  await page.getByRole('button', { name: 'More reasons' }).click()
  await page.getByRole('button', { name: 'Elder abuse' }).click()
  await page.getByText('They will be marked “Reach with care”').waitFor()
  await page.getByRole('checkbox', { name: /They agree/ }).check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'No, it is somebody else' }).click()
  await page.getByText('Cosmo Namesake has been referred.').waitFor()
  const found = (await prescriber.api('POST', '/v1/clients/search', { text: 'Namesake' })).body.items
  expect(found).toHaveLength(2)
  const other = found.find(({ id }: { id: string }) => id !== known.body.id)
  expect((await prescriber.api('GET', `/v1/clients/${other.id}`)).body.safeContact).toBe(true)
  await prescriber.leave()
})

test('a link to nobody says so, and tells nothing more', async () => {
  const prescriber = await product.visit({
    who: 'prescriber@guelph',
    path: '/refer?client=client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
  })
  await prescriber.page.getByText('There is no such record at your centre, or it is not for you to see.').waitFor()
  await prescriber.leave()
})

test('“I signposted” takes one click on the empty form, says so, and takes one more to take back', async () => {
  const prescriber = await product.visit({ who: 'prescriber@guelph', path: '/refer' })
  const { page } = prescriber
  const mine = async () => (await prescriber.api('GET', '/v1/signposts')).body.items
  const before = await mine()
  prescriber.begin()
  await prescriber.click(page.getByRole('button', { name: 'I signposted' }))
  await page.getByText('Your signposting is recorded.').waitFor()
  expect(prescriber.clicks()).toBe(1)
  expect(prescriber.elapsed()).toBeLessThan(3_000)
  expect((await mine())[0]).toMatchObject({ needs: [], status: 'recorded' })
  await prescriber.click(page.getByRole('button', { name: 'Undo' }))
  await page.getByText('Taken back: it is marked as entered in error.').waitFor()
  expect(await mine()).toEqual(before)
  await prescriber.leave()
})

test('it takes along whom the form is for and what would help; taken back, the form has it again', async () => {
  const arranging = await product.visit({ who: 'prescriber@guelph', path: '/referrals' })
  const [first] = (await arranging.api('GET', '/v1/referrals')).body.items
  await arranging.leave()
  const prescriber = await product.visit({
    who: 'prescriber@guelph',
    path: `/refer?client=${first.client}`,
    locale: 'fr',
  })
  const { page } = prescriber
  const need = page.getByRole('button', { name: 'Liens sociaux' })
  await need.click()
  await page.getByLabel('Note pour l’agente ou l’agent de liaison').fill('Chante alto.')
  await page.getByRole('button', { name: 'J’ai informé et orienté' }).click()
  await page.getByText('L’orientation est inscrite').waitFor()
  expect(await need.getAttribute('aria-pressed')).toBe('false')
  const { items } = (await prescriber.api('GET', `/v1/clients/${first.client}/signposts`)).body
  expect(items[0]).toMatchObject({ needs: ['social-connection'], status: 'recorded' })
  await page.getByRole('button', { name: 'Annuler l’action' }).click()
  await page.getByText('l’entrée est marquée comme inscrite par erreur').waitFor()
  await page.locator('[aria-pressed="true"]', { hasText: 'Liens sociaux' }).waitFor()
  expect(await page.getByLabel('Note pour l’agente ou l’agent de liaison').inputValue()).toBe('Chante alto.')

  await page.getByRole('button', { name: 'J’ai informé et orienté' }).click()
  await page.getByText('L’orientation est inscrite').waitFor()
  await page.getByRole('link', { name: 'Mes aiguillages' }).click()
  await page.getByText(/Vous avez aussi informé et orienté \d+ fois ce mois-ci\./).waitFor()
  await prescriber.leave()
})
