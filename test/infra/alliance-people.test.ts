import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, inject, test } from 'vitest'
import { peopleAtCognito } from '../../functions/api/people.ts'
import { inviteToAlliance } from '../../infra/alliance-people.ts'
import { createTables } from '../../infra/local/tables.ts'
import { connect, type Database } from '../../shared/db/database.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { userPool } from '../support/cognito.ts'

/** A platform that nobody has ever signed in to, in the operator's hand. */
let database: Database
const prefix = 'fresh'

beforeAll(async () => {
  const aws = { region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const client = { ...aws, endpoint: inject('databaseEndpoint') }
  await createTables(new DynamoDBClient(client), prefix)
  database = connect({ prefix, cursorSecret: '', client })
})

test('the first administrator of the Alliance is invited where there is nothing yet, and others after them', async () => {
  const pool = await userPool()
  const hand = { database, people: peopleAtCognito('pool', pool.client), now: () => new Date().toISOString() }
  const system = new SystemStore(database)
  const first = { name: 'Ada Example', email: 'ada@example.org', locale: 'en', role: 'alliance-admin' } as const
  expect(await system.findCentre('alliance')).toBeUndefined()
  const invited = await inviteToAlliance(hand, first)
  expect(invited).toMatchObject({ status: 'invited', roles: ['alliance-admin'] })
  const subject = pool.user(first.email)?.sub ?? ''
  expect(await system.findPerson(subject)).toMatchObject({ tenant: 'alliance', staff: invited.id })
  expect(await system.findCentre('alliance')).toMatchObject({ status: 'active' })
  expect(await system.findStaff('alliance', invited.id)).toMatchObject({ subject, roles: ['alliance-admin'] })

  const again = await inviteToAlliance(hand, first)
  expect(again.id).toBe(invited.id)
  expect(pool.user(first.email)).toMatchObject({ sub: subject, letters: 2 })

  const other = await inviteToAlliance(hand, { ...first, email: 'eve@example.org', role: 'alliance-evaluator' })
  expect(other).toMatchObject({ status: 'invited', roles: ['alliance-evaluator'] })
})
