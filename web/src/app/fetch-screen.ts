import { Problem } from '../api/index.ts'

/**
 * What fetches a screen, so that it fails like any other read where nobody answers: the router would load the page anew,
 * and a browser without a network would have nothing in its place.
 * @throws Problem of status 0 when nobody answers; the failure itself when somebody does: then a newer console is served.
 */
export function fetchScreen<M>(load: () => Promise<M>): () => Promise<M> {
  return () =>
    load().catch(async (failure: unknown) => {
      if (await answers()) throw failure
      throw new Problem(0)
    })
}

function answers(): Promise<boolean> {
  return fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
}
