import { beforeAll, expect, test } from 'vitest'
import { contextFor } from '../../functions/api/deps.ts'
import { updateSettings } from '../../shared/centres/index.ts'
import { openConsole, type Visitor } from './support/console.ts'

const product = openConsole()

/** A centre's settings are believed for a minute: the screen for mood is switched on before anybody signs in. */
beforeAll(async () => {
  const { deps } = product.stack()
  const centre = await deps.system.findCentre('guelph')
  if (centre === undefined) throw new Error('There is no such centre.')
  const actor = { id: 'system', kind: 'system', roles: [] } as const
  const asked = { requestId: 'measures', purpose: 'updateSettings', now: deps.now() }
  const ctx = contextFor(deps, { actor, permissions: new Set(['centre:write']), centre, locale: 'en' }, asked)
  await updateSettings(ctx, {
    ifMatch: centre.version,
    changes: { measures: [...centre.settings.measures, 'phq-2'] },
  })
})

/** A referral of this test alone, under way, with nothing asked yet. */
async function underWay(navigator: Visitor, family: string, locale = 'en') {
  const { id: client } = (await navigator.api('POST', '/v1/clients', { names: { given: 'Amos', family }, locale })).body
  const { id: referral } = (
    await navigator.api('POST', '/v1/referrals', { client, source: 'self', reasons: ['social-connection'] })
  ).body
  await navigator.api('POST', `/v1/referrals/${referral}/accept`, undefined, { 'If-Match': '"1"' })
  await navigator.page.goto(new URL(`/clients/${client}/measures/${referral}`, navigator.page.url()).href)
  await navigator.page.getByRole('heading', { name: 'Amos' }).waitFor()
  const outcomes = async () => (await navigator.api('GET', `/v1/referrals/${referral}/outcomes`)).body.items
  return { client, referral, outcomes }
}

test('all measures of the start are asked with the keyboard alone, one question at a time', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = navigator
  const { outcomes } = await underWay(navigator, 'Keyboard')
  const { items: instruments } = (await navigator.api('GET', '/v1/instruments')).body
  const questions = instruments.flatMap(({ items }: { items: unknown[] }) => items).length
  await page.getByRole('button', { name: 'Start' }).focus()
  navigator.begin()
  await page.keyboard.press('Enter')
  for (let question = 1; question <= questions; question += 1) {
    await page.getByText(`question ${question} of ${questions}`).waitFor()
    // Each question takes the focus itself: Tab goes to its answers, Space picks the first, Enter goes on.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
  await page.getByText('Thank you. That was all.').waitFor()
  expect(navigator.clicks()).toBe(0)
  expect(navigator.elapsed()).toBeLessThan(15_000)
  const recorded = await outcomes()
  expect(recorded).toHaveLength(instruments.length)
  expect(
    recorded.every(({ phase, mode }: { phase: string; mode: string }) => phase === 'baseline' && mode === 'assisted'),
  ).toBe(true)
  await navigator.leave()
})

test('going back keeps what was answered; a skipped question is saved with why; nothing answered is refused', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = navigator
  const { outcomes } = await underWay(navigator, 'Back')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('alert').getByText('Choose an answer').waitFor()
  await page.getByRole('radio', { name: 'Often' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('How often do you feel left out?').waitFor()
  await page.getByRole('radio', { name: 'Some of the time' }).check()
  await page.getByRole('button', { name: 'Back' }).click()
  expect(await page.getByRole('radio', { name: 'Often' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Next' }).click()
  expect(await page.getByRole('radio', { name: 'Some of the time' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'I prefer not to say' }).click()
  await page.getByText('question 4 of').waitFor()
  const [first] = await outcomes()
  expect(first.answers).toEqual({ companionship: 3, 'left-out': 2, isolated: 'prefer-not-to-say' })
  expect(first.score).toBeNull()
  await navigator.leave()
})

test('who is interrupted goes on where they were: the same phase, and what was not asked yet', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = navigator
  const { outcomes } = await underWay(navigator, 'Interrupted')
  await page.getByText('Words to read out').click()
  await page.getByText('May we ask you a few questions now').waitFor()
  await page.getByRole('button', { name: 'Start' }).click()
  for (const next of ['question 2 of', 'question 3 of', 'question 4 of']) {
    await page.getByRole('button', { name: 'I prefer not to say' }).click()
    await page.getByText(next).waitFor()
  }
  await expect.poll(async () => (await outcomes()).length).toBe(1)
  await page.reload()
  await page.getByRole('button', { name: 'Start' }).waitFor()
  expect(await page.getByLabel('When').inputValue()).toBe('baseline')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByText('question 1 of').waitFor()
  expect(await page.getByText('companionship').count()).toBe(0)
  await navigator.leave()
})

test('questions are in the client’s language whatever the page speaks, and switch in the middle', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings', width: 320 })
  const { page } = navigator
  const { outcomes } = await underWay(navigator, 'Langue', 'fr')
  await page.getByRole('button', { name: 'Start' }).click()
  const asked = page.getByRole('heading', {
    name: 'À quelle fréquence avez-vous l’impression de manquer de compagnie?',
  })
  await asked.waitFor()
  expect(await asked.evaluate((heading) => heading.closest('[lang]')?.getAttribute('lang'))).toBe('fr-CA')
  // Whom one asks is told above every question; what the page says of its own is in the page's language, and says so.
  await page.getByRole('heading', { name: 'Amos' }).waitFor()
  await page.getByRole('button', { name: 'Suivant' }).click()
  const faults = page.getByRole('alert')
  await faults.getByRole('link', { name: 'Choose an answer' }).waitFor()
  expect(await faults.getByRole('heading').innerText()).toBe('There is a problem')
  expect(await faults.getAttribute('lang')).toBe('en-CA')
  await page.getByRole('radio', { name: 'Parfois' }).check()
  await page.getByRole('radio', { name: 'English' }).check()
  expect(await page.getByRole('radio', { name: 'Some of the time' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('radio', { name: 'Français' }).check()
  for (let question = 2; question <= 3; question += 1) {
    await page.getByRole('button', { name: 'Passer cette question' }).click()
  }
  await page.getByText('question 4 sur').waitFor()
  expect((await outcomes())[0].locale).toBe('fr')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await navigator.leave()
})

test('a positive screen shows at once where help is, in the client’s language, and asks a clinician', async () => {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/settings' })
  const { page } = navigator
  const { client, referral } = await underWay(navigator, 'Crise', 'fr')
  const { items: instruments } = (await navigator.api('GET', '/v1/instruments')).body
  for (const { id, items } of instruments.filter((each: { id: string }) => each.id !== 'phq-2')) {
    const answers = Object.fromEntries(items.map((item: { id: string }) => [item.id, 'skipped']))
    const body = { instrument: id, mode: 'assisted', phase: 'baseline', answers }
    await navigator.api('POST', `/v1/referrals/${referral}/outcomes`, body)
  }
  await page.goto(new URL(`/clients/${client}/measures/${referral}`, page.url()).href)
  await page.getByLabel('When').selectOption('baseline')
  await page.getByRole('button', { name: 'Start' }).click()
  for (const question of [1, 2]) {
    await page.getByText(`question ${question} sur 2`).waitFor()
    await page.getByRole('radio', { name: 'Presque tous les jours' }).check()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('heading', { name: '9-8-8' }).waitFor()
  await page.getByText('A clinician was asked to follow up today').waitFor()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByText('Merci. C’est tout.').waitFor()
  const tasks = (await navigator.api('GET', '/v1/tasks?assignee=unassigned&limit=100')).body.items
  expect(
    tasks.some((task: { kind: string; client: string }) => task.kind === 'hand-off' && task.client === client),
  ).toBe(true)
  await navigator.leave()
})
