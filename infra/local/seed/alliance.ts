import { alliance } from '../../alliance.ts'
import { employ } from './centre.ts'
import { nameDrawer } from './names.ts'
import { random } from './random.ts'
import type { Stage } from './stage.ts'

export async function openAlliance(stage: Stage, at: string): Promise<void> {
  const draw = nameDrawer(random(alliance.id), alliance.locale)
  const people = (['alliance-evaluator', 'alliance-admin'] as const).map((role) => ({ role, name: draw() }))
  await employ(stage, alliance, people, at)
}
