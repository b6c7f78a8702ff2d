import { beforeAll, test } from 'vitest'
import { roleNames, scopeNames } from '../../shared/core/permissions.ts'
import { tryEverything } from './matrix.ts'
import { callerOf, type Scene, scene } from './scene.ts'

/** Every operation of both apps with the ids of one centre, tried by whoever belongs to another. */
let here: Scene
let elsewhere: Scene

beforeAll(async () => {
  here = await scene()
  elsewhere = await scene(here.at.api)
})

test.each([...roleNames, ...scopeNames])('%s of another centre finds nothing of this one', async (as) => {
  await tryEverything({ scene: here, caller: callerOf(elsewhere, as), as, foreign: 'centre', own: elsewhere.ids })
})

test.each(scopeNames)('a key for %s of another partner of this centre finds nothing of this partner’s', async (as) => {
  const caller = here.neighbours.get(as)
  if (caller) await tryEverything({ scene: here, caller, as, foreign: 'partner' })
})
