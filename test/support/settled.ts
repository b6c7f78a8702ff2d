import { inject } from 'vitest'
import type { Letter } from '../../functions/worker/post.ts'

/** Waits until the worker has followed up everything written so far. @returns every letter that went out. */
export async function settled(): Promise<Letter[]> {
  const response = await fetch(inject('settledUrl'))
  return (await response.json()) as Letter[]
}
