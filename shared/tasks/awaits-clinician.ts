import type { Context } from '../core/context.ts'
import type { HandOff } from './schema.ts'

/** Whether a positive screen of this client waits for a clinician: then people speak, and the product sends nothing. */
export async function awaitsClinician({ store }: Pick<Context, 'store'>, client: string): Promise<boolean> {
  const handOffs = await store.queryAll<HandOff>({
    index: 'client',
    partition: `CLIENT#${client}`,
    begins: 'HAND-OFF#',
  })
  return handOffs.some(({ status, cause }) => status === 'requested' && cause === 'phq-2')
}
