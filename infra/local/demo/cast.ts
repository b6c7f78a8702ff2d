import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signInPeople } from '../people.ts'
import type { PartnerKeys } from '../seed/seed.ts'
import { signIn } from '../sign-in.ts'
import type { Stack } from '../stack.ts'
import type { Part } from './step.ts'

/** Somebody with credentials. */
export interface Player {
  readonly name: string
  readonly credential: string
}
export type Cast = Readonly<Record<Part, Player>>

export const centre = 'guelph'
const partner = 'arts-museum'

/** Signs everybody in through the real sign-in; the partner has its key. */
export async function gather(stack: Stack, directory: string): Promise<Cast> {
  const people = await signInPeople(stack.deps)
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '' } = stack.environment
  const person = async (role: Exclude<Part, 'partner'>): Promise<Player> => {
    const found = people.find(({ roles }) => roles.includes(role))
    if (found === undefined) throw new Error(`Nobody is ${role}.`)
    const redirectUri = `${stack.url}/auth/callback`
    const { accessToken } = await signIn({ issuer, clientId, redirectUri, subject: found.subject })
    return { name: found.name, credential: accessToken }
  }
  const keys = JSON.parse(await readFile(join(directory, 'partner-keys.json'), 'utf8')) as PartnerKeys
  return {
    prescriber: await person('prescriber'),
    navigator: await person('navigator'),
    partner: { name: 'Old Mill Museum', credential: keys[centre]?.[partner] ?? '' },
    evaluator: await person('evaluator'),
    'alliance-evaluator': await person('alliance-evaluator'),
  }
}
