import type { Page } from 'playwright-core'
import { arrive } from './look.ts'
import type { Things } from './things.ts'

/** What somebody does on a screen, in English, until the state that is looked at is there. */
type Step = (page: Page, things: Things) => Promise<unknown>

const named = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()

export function press(name: string | RegExp): Step {
  return (page) => named(page, name).click()
}

export function fromMenu(section: string, item: string): Step {
  return async (page) => {
    await page.locator(`${section} .menu > button`).first().click()
    await page.locator(section).getByRole('button', { name: item, exact: true }).first().click()
  }
}

export async function unfoldAll(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true
  })
}

export async function editDetails(page: Page): Promise<void> {
  await named(page, 'Edit details').click()
  await page.getByLabel('Town').waitFor()
  await unfoldAll(page)
}

export async function closeReferral(page: Page): Promise<void> {
  await named(page, 'Close the referral').click()
  await page.getByRole('radio', { name: 'It could not go on' }).check()
}

/** Skips questions until one is answered on a scale. */
export async function toTheScale(page: Page): Promise<void> {
  await named(page, 'Start').click()
  for (let n = 1; (await page.locator('.scale').count()) === 0; n += 1) {
    await page.getByText(`question ${n} of`).waitFor()
    await named(page, 'Skip this question').click()
    await page.getByText(`question ${n + 1} of`).waitFor()
  }
}

export async function answerNothing(page: Page): Promise<void> {
  await named(page, 'Start').click()
  await named(page, 'Next').click()
  await page.getByRole('alert').waitFor()
}

async function tickTwo(page: Page): Promise<void> {
  for (const at of [0, 1]) await page.locator('.match-compare input').nth(at).check()
}

export async function compare(page: Page): Promise<void> {
  await tickTwo(page)
  await named(page, 'Compare (2)').click()
}

export async function shortlist(page: Page): Promise<void> {
  await tickTwo(page)
  await named(page, 'Shortlist (2)').click()
}

export async function submitNothing(page: Page): Promise<void> {
  await page.locator('form button[type="submit"]').click()
  await page.locator('.error-summary').waitFor()
}

export async function referMore(page: Page): Promise<void> {
  await named(page, 'More reasons').click()
  await named(page, 'Elder abuse').click()
  await unfoldAll(page)
}

export async function referKnown(page: Page, { client }: Things): Promise<void> {
  await arrive(page, `/refer?client=${client}`)
  await page.locator('.card-header h2').waitFor()
}

async function typeReferral(page: Page, given: string, family: string): Promise<void> {
  await page.getByLabel('Given name').fill(given)
  await page.getByLabel('Family name').fill(family)
  await page.getByLabel('Phone').fill('519-555-0177')
  await named(page, 'Stress').click()
  await page.getByRole('checkbox', { name: /They agree/ }).check()
  await named(page, 'Send the referral').click()
}

export async function referDuplicate(page: Page): Promise<void> {
  await typeReferral(page, 'Imogen', 'Newleaf')
  await page.getByRole('region', { name: /on file/ }).waitFor()
}

export async function referSent(page: Page): Promise<void> {
  await typeReferral(page, 'Barnaby', 'Onceupon')
  await page.locator('.sent-name').waitFor()
}

export async function openRow(page: Page): Promise<void> {
  await page.locator('tbody tr').last().click()
  await page.locator('.panel .contact-point, .panel .hint').first().waitFor()
}

/** The menu is there on a narrow window only: it stays open while the window is made wide and narrow again. */
export async function openMenu(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 900 })
  await named(page, 'Menu').click()
}

export async function logFromRow(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'First contact' }).first().click()
  await named(page, 'Log a contact').click()
  await page.locator('.panel details').evaluate((each) => {
    ;(each as HTMLDetailsElement).open = true
  })
}

export async function cancelReferral(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'In progress' }).first().click()
  await named(page, 'Cancel the referral').click()
  await page.getByRole('dialog').locator('button[type="submit"]').click()
  await page.locator('.error-summary').waitFor()
}

export async function intakeAssign(page: Page): Promise<void> {
  await openRow(page)
  await named(page, 'Give to a colleague').click()
  await page.getByRole('radio').first().waitFor()
}

export async function intakeDecline(page: Page): Promise<void> {
  await openRow(page)
  await named(page, 'Decline').click()
}

export function find(words: string): Step {
  return async (page) => {
    await page.getByRole('searchbox').fill(words)
    await page.keyboard.press('Enter')
    await page.locator('tbody tr, .empty-title', { hasText: /./ }).first().waitFor()
  }
}

export async function joinRecords(page: Page): Promise<void> {
  await find('an')(page, {} as Things)
  for (const at of [0, 1]) await page.locator('tbody input[type="checkbox"]').nth(at).check()
  await named(page, 'Merge two records').click()
  await page.getByRole('dialog').locator('tbody tr').first().waitFor()
}

export async function filterDirectory(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('nothing at all')
  await page.locator('.empty').waitFor()
}

export async function emptyListing(page: Page): Promise<void> {
  await page.getByLabel('Name in English').fill('')
  await named(page, 'Save').click()
  await page.locator('.error-summary').waitFor()
}

export async function inviteNobody(page: Page): Promise<void> {
  await named(page, 'Invite a colleague').click()
  await named(page, 'Send the invitation').click()
  await page.locator('.error-summary').waitFor()
}

export async function auditRecord(page: Page): Promise<void> {
  await page.locator('tbody .name-button').first().click()
  await page.getByLabel('Record id').waitFor()
}

export async function pickPartner(page: Page): Promise<void> {
  await page.getByLabel('Partner', { exact: true }).selectOption({ index: 2 })
  await page.locator('.empty, tbody tr').first().waitFor()
}

export async function newKey(page: Page): Promise<void> {
  await pickPartner(page)
  await named(page, 'New key').click()
  await named(page, 'Create the key').click()
  await page.locator('.error-summary').waitFor()
}

export async function issueKey(page: Page): Promise<void> {
  await pickPartner(page)
  await named(page, 'New key').click()
  await page.getByLabel('What it is for').fill('Booking system')
  await named(page, 'Create the key').click()
  await page.locator('.issued-key').waitFor()
}

export async function endKey(page: Page): Promise<void> {
  await pickPartner(page)
  await page
    .getByRole('button', { name: /^Revoke, / })
    .first()
    .click()
}
