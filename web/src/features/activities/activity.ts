import type { Answer } from '../../api/index.ts'

/** A listing of the directory, as the API answers it. */
export type Activity = Answer<'getActivity'>
