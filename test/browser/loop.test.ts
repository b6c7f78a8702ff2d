import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { activityNamed, must } from './support/arrange.ts'
import { openConsole } from './support/console.ts'

const product = openConsole(['temiskaming'])

const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text }).waitFor()

test('une personne est aiguillée, jointe, orientée vers une activité, y participe, et qui l’a aiguillée l’apprend', async () => {
  const prescriber = await product.visit({ who: 'prescriber@temiskaming', path: '/refer', locale: 'fr' })
  await prescriber.page.getByLabel('Prénom').fill('Imogène')
  await prescriber.page.getByLabel('Nom de famille').fill('Contefable')
  await prescriber.page.getByLabel('Téléphone').fill('705-555-0177')
  await prescriber.page.getByRole('button', { name: 'Liens sociaux' }).click()
  await prescriber.page.getByRole('checkbox', { name: /La personne accepte l’aiguillage/ }).check()
  await prescriber.page.getByRole('button', { name: 'Envoyer l’aiguillage' }).click()
  await prescriber.page.getByText('Imogène Contefable\u00a0: l’aiguillage est envoyé.').waitFor()

  const navigator = await product.visit({ who: 'navigator@temiskaming', path: '/intake', locale: 'fr' })
  const { page } = navigator
  await page.getByRole('link', { name: 'Imogène Contefable' }).click()
  await page.getByRole('button', { name: 'Prendre en charge' }).click()
  await toast(page, 'L’aiguillage est maintenant à vous.')

  await page.getByRole('link', { name: 'Aujourd’hui' }).click()
  await page.getByRole('link', { name: 'Imogène Contefable' }).click()
  await page.getByRole('button', { name: 'Consigner un contact' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Aimerait jouer de la musique avec d’autres.')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await toast(page, 'Le contact est consigné.')

  await page.getByRole('link', { name: 'Imogène Contefable' }).click()
  await page.getByRole('link', { name: 'Prescrire' }).click()
  await page.getByRole('searchbox').fill('ukulélé')
  await page.getByRole('button', { name: 'Groupe de ukulélé' }).click()
  await page.getByRole('button', { name: 'Prescrire', exact: true }).click()
  await page.getByText('Une place est retenue dans un groupe du centre.').waitFor()

  await page.getByRole('complementary').getByRole('link', { name: 'Ouvrir le dossier' }).click()
  await page.getByRole('button', { name: 'Oui', exact: true }).click()
  await page.getByRole('button', { name: 'C’est commencé' }).click()
  await page.getByText('En cours').last().waitFor()

  await page.getByRole('link', { name: 'Poser les questions' }).click()
  await page.getByRole('button', { name: 'Commencer' }).click()
  const progress = page.getByText(/question 1 sur \d+/)
  const questions = Number(/sur (\d+)/.exec(await progress.innerText())?.[1])
  for (let question = 1; question <= questions; question += 1) {
    await page.getByText(`question ${question} sur ${questions}`).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
  await page.getByText('Merci. C’est tout.').waitFor()

  const activity = await activityNamed(navigator, 'Ukulele group')
  await page.goto(new URL(`/activities/${activity.id}`, page.url()).href)
  await page
    .getByRole('button', { name: /^Imogène/ })
    .first()
    .click()
  await expect
    .poll(async () => (await must(navigator, 'GET', `/v1/activities/${activity.id}/attendances`)).items.length)
    .toBeGreaterThan(0)

  await page.getByRole('link', { name: 'Aujourd’hui' }).click()
  await page.getByRole('link', { name: 'Imogène Contefable' }).click()
  await page.getByRole('link', { name: 'Ouvrir le dossier' }).click()
  await page.getByRole('button', { name: 'Fermer l’aiguillage' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Terminé comme prévu' }).click()
  await dialog.getByRole('radio', { name: 'Objectifs atteints', exact: true }).click()
  await dialog.getByRole('button', { name: 'Fermer l’aiguillage' }).click()
  await page.getByText('Terminé, objectifs atteints').waitFor()

  await prescriber.page.getByRole('navigation').getByRole('link', { name: 'Mes aiguillages' }).click()
  await prescriber.page.getByRole('button', { name: /^Fermés/ }).click()
  const row = prescriber.page.getByRole('row', { name: /Imogène Contefable/ })
  expect(await row.innerText()).toMatch(/[Tt]erminé/)
  for (const { page: seen } of [navigator, prescriber]) {
    expect(await seen.locator('main').innerText()).not.toMatch(/\b(the|and|with|Save|Referral)\b/)
  }
  await Promise.all([navigator.leave(), prescriber.leave()])
})
