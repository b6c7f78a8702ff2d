import { openCentre } from '../../../infra/local/seed/centre.ts'
import { centres } from '../../../infra/local/seed/content/centres.ts'
import { newStage } from '../../../infra/local/seed/stage.ts'
import type { Stack } from '../../../infra/local/stack.ts'

/** A centre that opened this morning: its people are there, nobody was referred, nothing is listed. */
export const quietCentre = 'maple'

/** Opens the quiet centre beside those that the stack was seeded with. */
export async function openQuietCentre({ deps }: Stack): Promise<void> {
  const [like] = centres
  if (like === undefined) throw new Error('The seed has no centre.')
  const name = { en: 'Maple CHC', fr: 'CSC Érable' }
  const about = { ...like, id: quietCentre, name, town: 'Guelph', areaCode: '519', phone: '519-555-0190' }
  await openCentre(newStage(deps.config.environment, deps.database), about, deps.now())
}
