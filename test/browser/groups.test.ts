import { expect, test } from 'vitest'
import { activityNamed, must, withPrescription, withReferral } from './support/arrange.ts'
import { openConsole, type Visitor } from './support/console.ts'
import { hasFocus, keyboardOf } from './support/keyboard.ts'

const product = openConsole()
const patient = { timeout: 10_000 }

let leading: Visitor | undefined

/** A champion on a telephone, with somebody in the ukulele group who is expected. */
async function withSomebody(client: Record<string, unknown>, supports: readonly object[] = []): Promise<Visitor> {
  const navigator = await product.visit({ who: 'navigator@guelph', path: '/pad' })
  const { referral } = await withReferral(navigator, client)
  const activity = await activityNamed(navigator, 'Ukulele group')
  const asked = await withPrescription(navigator, referral, activity.id)
  const { version } = await must(
    navigator,
    'POST',
    `/v1/prescriptions/${asked.id}/answer`,
    { answer: 'accept' },
    asked.version,
  )
  if (supports.length > 0) await must(navigator, 'PATCH', `/v1/prescriptions/${asked.id}`, { supports }, version)
  await navigator.leave()
  leading ??= await product.visit({ who: 'champion@guelph', path: '/pad', width: 320 })
  await leading.page.goto(`${product.stack().url}/groups`)
  await leading.page.getByRole('heading', { name: 'Ukulele group' }).waitFor()
  return leading
}

test('a champion ticks who came with one click; it shows at once, stays, and a second click takes it back', async () => {
  const champion = await withSomebody({ names: { given: 'Delphine', family: 'Corde' } })
  const { page, click } = champion
  const delphine = page.getByRole('button', { name: /^Delphine/ })
  await delphine.waitFor()
  const { promise: isSeen, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/attendances', async (route) => isSeen.then(() => route.continue()), { times: 1 })
  const answered = page.waitForResponse('**/attendances')
  champion.begin()
  await click(delphine)
  // Before the API has said a word.
  expect(await delphine.getAttribute('aria-pressed')).toBe('true')
  expect(champion.clicks()).toBe(1)
  release()
  await answered
  await page.reload()
  await expect.poll(() => delphine.getAttribute('aria-pressed'), patient).toBe('true')
  await click(delphine)
  await expect.poll(() => delphine.getAttribute('aria-pressed'), patient).toBe('false')
  await delphine.getByText('did not come').waitFor()
})

test('by keys alone: past the frame, to who is expected, ticked', async () => {
  const champion = await withSomebody({ names: { given: 'Odalie', family: 'Touche' } })
  const { page } = champion
  const odalie = page.getByRole('button', { name: /^Odalie/ })
  await odalie.waitFor()
  const keys = keyboardOf(champion)
  const answered = page.waitForResponse('**/attendances')
  champion.begin()
  await keys.skip()
  await keys.tabTo(odalie, 12)
  await keys.press('Space')
  await answered
  expect(await odalie.getAttribute('aria-pressed')).toBe('true')
  expect(await hasFocus(odalie)).toBe(true)
  expect(champion.clicks()).toBe(0)
  expect(champion.elapsed()).toBeLessThan(5_000)
})

test('a champion sees first names and safe-contact notes, and nothing else of anybody', async () => {
  const { page } = await withSomebody({
    names: { given: 'Aurore', family: 'Secrète' },
    safeContact: true,
    contactPoints: [
      {
        system: 'phone',
        value: '519-555-0177',
        preferred: true,
        safe: { voicemail: false, text: false, note: 'Mornings only.' },
      },
    ],
  })
  await page.getByRole('button', { name: /^Aurore/ }).waitFor()
  const words = await page.locator('main').innerText()
  expect(words).toContain('Mornings only.')
  expect(words).not.toContain('Secrète')
  expect(words).not.toContain('519-555-0177')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('who would like company is asked for, until somebody is found', async () => {
  const { page } = await withSomebody({ names: { given: 'Félix', family: 'Seul' } }, [
    { code: 'companion', arranged: false },
  ])
  await page.getByText('Félix would like somebody to come along.').waitFor()
})

test('a tick that is refused is taken back, and says so', async () => {
  const { page } = await withSomebody({ names: { given: 'Gaspard', family: 'Refus' } })
  const gaspard = page.getByRole('button', { name: /^Gaspard/ })
  await gaspard.waitFor()
  await page.route('**/attendances', (route) => route.abort(), { times: 1 })
  await gaspard.click()
  await page.getByText('Not saved.').waitFor()
  await expect.poll(() => gaspard.getAttribute('aria-pressed'), patient).toBe('false')
})

test('en français, la séance et les présences se lisent au téléphone', async () => {
  const { page } = await withSomebody({ names: { given: 'Noémie', family: 'Lire' } })
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('heading', { name: 'Groupe de ukulélé' }).waitFor()
  await page.getByText('Prochaine fois').first().waitFor()
  await page.getByRole('button', { name: /^Noémie/ }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Ukulele group' }).waitFor()
})
