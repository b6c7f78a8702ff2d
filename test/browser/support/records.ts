import { settled, type Visitor } from './console.ts'

/** Goes to a page and waits until it is all there. */
export async function open(somebody: Visitor, path: string): Promise<void> {
  await somebody.page.goto(new URL(path, somebody.page.url()).href)
  await settled(somebody.page)
}

let known = 0

/** A new client of this test alone, with a referral that its navigator has accepted. */
export async function newClient(navigator: Visitor, family: string): Promise<{ client: string; referral: string }> {
  known += 1
  const client = await navigator.api('POST', '/v1/clients', {
    names: { given: 'Odile', family },
    birthDate: `1951-04-${10 + known}`,
    locale: 'en',
    contactPoints: [
      { system: 'phone', value: `519-555-018${known}`, preferred: true, safe: { voicemail: true, text: false } },
    ],
  })
  const { id } = client.body
  const asked = await navigator.api('POST', '/v1/referrals', {
    client: id,
    source: 'self',
    reasons: ['social-connection'],
  })
  await navigator.api('POST', `/v1/referrals/${asked.body.id}/accept`, undefined, { 'If-Match': '"1"' })
  return { client: id, referral: asked.body.id }
}
