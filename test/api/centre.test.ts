import { describe, expect, test } from 'vitest'
import { type Centre, defaultSettings } from '../../shared/centres/schema.ts'
import { centre, withReferral } from '../support/centre.ts'

test('everybody on the staff reads the centre and its settings', async () => {
  const at = await centre()
  for (const person of [at.champion, at.evaluator, at.prescriber]) {
    const { status, headers, body } = await person.get<Centre>('/v1/centre')
    expect({ status, body }).toMatchObject({ status: 200, body: { id: at.id, settings: defaultSettings } })
    expect(headers.get('ETag')).toBe('"1"')
  }
})

test('an administrator changes the clock, and referrals run by it within a minute', async () => {
  const at = await centre()
  const { status, body } = await at.admin.patch<Centre>('/v1/centre/settings', { firstContactDays: 5 }, { ifMatch: 1 })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { version: 2, settings: { ...defaultSettings, firstContactDays: 5 } },
  })
  at.api.pass({ seconds: 61 })
  const { referral } = await withReferral(at)
  expect(referral.nextActionOn).toBe('2026-11-26')
})

test('measures are ones that we know, each once', async () => {
  const at = await centre()
  const path = '/v1/centre/settings'
  const refused = await at.admin.patch(path, { measures: ['ucla-3', 'tarot', 'ucla-3', 'toString'] }, { ifMatch: 1 })
  expect(refused).toMatchObject({
    status: 422,
    body: {
      errors: [
        { pointer: '#/measures/1', code: 'unknown-instrument' },
        { pointer: '#/measures/2', code: 'twice' },
        { pointer: '#/measures/3', code: 'unknown-instrument' },
      ],
    },
  })
  expect((await at.admin.get<Centre>('/v1/centre')).body).toMatchObject({ version: 1, settings: defaultSettings })
  const { body } = await at.admin.patch<Centre>(path, { measures: ['phq-2', 'ucla-3'] }, { ifMatch: 1 })
  expect(body.settings.measures).toEqual(['phq-2', 'ucla-3'])
})

test('settings out of bounds, and what is not a setting, are refused', async () => {
  const at = await centre()
  const bad = [
    [{ firstContactDays: 0 }, '#/firstContactDays', 'too-small'],
    [{ partnerAnswerDays: 91 }, '#/partnerAnswerDays', 'too-big'],
    [{ name: { en: 'A', fr: 'B' } }, '#/name', 'unknown-field'],
    [{ measures: null }, '#/measures', 'type'],
  ] as const
  for (const [body, pointer, code] of bad) {
    const refused = await at.admin.patch('/v1/centre/settings', body, { ifMatch: 1 })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
  }
})

describe('a centre’s own words to its clients', () => {
  const path = '/v1/centre/settings'
  const words = (en: string) => ({ en, fr: `${en}, en français` })

  test('are kept text by text, and taken away with null', async () => {
    const at = await centre()
    const first = { consentToShare: words('May we tell them?'), whatNext: words('Somebody will call.') }
    await at.admin.must('PATCH', path, { body: { texts: first }, ifMatch: 1 })
    const next = { texts: { whatNext: null, printHeader: words('Maple') } }
    const { body } = await at.admin.patch<Centre>(path, next, { ifMatch: 2 })
    const texts = { consentToShare: first.consentToShare, printHeader: words('Maple') }
    expect(body.settings).toEqual({ ...defaultSettings, texts })
    await at.admin.must('PATCH', path, { body: { firstContactDays: 5 }, ifMatch: 3 })
    const kept = await at.champion.must<Centre>('GET', '/v1/centre')
    expect(kept.settings).toEqual({ ...defaultSettings, firstContactDays: 5, texts })
  })

  test.each([
    [{ whatNext: { en: 'Somebody will call.' } }, '#/texts/whatNext/fr', 'type'],
    [{ whatNext: { en: 'Somebody will call.', fr: '' } }, '#/texts/whatNext/fr', 'empty'],
    [{ whatNext: words('x'.repeat(601)) }, '#/texts/whatNext/en', 'too-big-text'],
    [{ printHeader: words('x'.repeat(201)) }, '#/texts/printHeader/en', 'too-big-text'],
    [{ printNavigator: words('x'.repeat(61)) }, '#/texts/printNavigator/en', 'too-big-text'],
    [{ consentToShare: words('x'.repeat(2001)) }, '#/texts/consentToShare/en', 'too-big-text'],
    [{ consentToEverything: words('Anything?') }, '#/texts/consentToEverything', 'unknown-field'],
  ])('%j is refused', async (texts, pointer, code) => {
    const at = await shared
    const refused = await at.admin.patch<{ errors: object[] }>(path, { texts }, { ifMatch: 1 })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0]).toMatchObject({ pointer, code })
    expect((await at.admin.get<Centre>('/v1/centre')).body.version).toBe(1)
  })
  const shared = centre()
})

test('the privacy officer is taken away with null', async () => {
  const at = await centre()
  const [officer] = (await at.admin.must<{ items: { id: string }[] }>('GET', '/v1/staff')).items
  await at.admin.must('PATCH', '/v1/centre/settings', { body: { privacyOfficer: officer?.id }, ifMatch: 1 })
  const { body } = await at.admin.patch<Centre>('/v1/centre/settings', { privacyOfficer: null }, { ifMatch: 2 })
  expect(body.settings).toEqual(defaultSettings)
})

test('a stale version is refused, and only an administrator may change settings', async () => {
  const at = await centre()
  const change = { firstContactDays: 7 }
  expect(await at.admin.patch('/v1/centre/settings', change)).toMatchObject({ status: 428 })
  expect(await at.admin.patch('/v1/centre/settings', change, { ifMatch: 3 })).toMatchObject({ status: 412 })
  expect(await at.navigator.patch('/v1/centre/settings', change, { ifMatch: 1 })).toMatchObject({
    status: 403,
    body: { permission: 'centre:write' },
  })
})
