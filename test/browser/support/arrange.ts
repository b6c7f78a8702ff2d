import type { Visitor } from './console.ts'

/** Whatever the API answers: a test looks at what it means to look at. */
export type Json = Awaited<ReturnType<Visitor['api']>>['body']

let people = 0

/** A name that nobody else has: letters, since a record may have no digit in a name. */
function newName(): string {
  people += 1
  const letters = String(people).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
  return `Essai${letters.toUpperCase()}${crypto.randomUUID().replace(/[^a-f]/g, '')}`
}

/** A client with an accepted referral, put on file by the navigator who is signed in. */
export async function withReferral(
  visitor: Visitor,
  client: Record<string, unknown> = {},
): Promise<{ client: string; referral: string }> {
  const referred = await must(visitor, 'POST', '/v1/referrals/with-client', {
    client: { names: { given: 'Ariane', family: newName() }, locale: 'en', interests: ['gardening'], ...client },
    referral: { source: 'staff', reasons: ['social-connection'] },
  })
  const { id, version } = referred.referral ?? referred
  const accepted = await must(visitor, 'POST', `/v1/referrals/${id}/accept`, undefined, version)
  return { client: accepted.client, referral: id }
}

/** An activity that is listed by name, in English. */
export async function activityNamed(visitor: Visitor, name: string): Promise<Json> {
  const { items } = await must(visitor, 'GET', `/v1/activities?limit=100&text=${encodeURIComponent(name)}`)
  const found = items.find((activity: Json) => activity.name.en === name)
  if (found === undefined) throw new Error(`No activity is called ${name}.`)
  return found
}

/** A prescription that an organiser was asked for. */
export async function withPrescription(visitor: Visitor, referral: string, activity: string): Promise<Json> {
  const { id, version } = await must(visitor, 'POST', `/v1/referrals/${referral}/prescriptions`, { activity })
  return must(visitor, 'POST', `/v1/prescriptions/${id}/request`, {}, version)
}

/** What the API answers. @throws Error when it refuses. */
export async function must(
  visitor: Visitor,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<Json> {
  const headers = version === undefined ? {} : { 'If-Match': `"${version}"` }
  const answer = await visitor.api(method, path, body, headers)
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
