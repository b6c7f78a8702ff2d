import { inject } from 'vitest'
import type { Letter } from '../../functions/worker/post.ts'

/**
 * Waits until the worker has followed up everything written so far in these centres.
 * @returns every letter that went out.
 */
export async function settled(...centres: readonly { readonly id: string }[]): Promise<Letter[]> {
  const query = new URLSearchParams(centres.map(({ id }) => ['tenant', id]))
  const response = await fetch(`${inject('settledUrl')}?${query}`)
  return (await response.json()) as Letter[]
}
