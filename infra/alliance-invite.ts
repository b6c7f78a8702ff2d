import { parseArgs } from 'node:util'
import { peopleAtCognito } from '../functions/api/people.ts'
import { connect } from '../shared/db/database.ts'
import { AlliancePerson, inviteToAlliance } from './alliance-people.ts'
import { prefix, region } from './place.ts'

const usage = `USER_POOL_ID=... npm run alliance:invite -- --email a@example.org --name "First Last" \\
  --role alliance-admin|alliance-evaluator [--locale en|fr]`

try {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { email: text, name: text, role: text, locale: text } })
  const person = AlliancePerson.safeParse({ locale: 'en', ...values })
  const pool = process.env.USER_POOL_ID
  if (!person.success || !pool) throw new Error(usage)
  const database = connect({ prefix, cursorSecret: '', client: { region } })
  const hand = { database, people: peopleAtCognito(pool), now: () => new Date().toISOString() }
  const { id, status } = await inviteToAlliance(hand, person.data)
  process.stdout.write(`${id}  ${status}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
