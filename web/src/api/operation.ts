import type { Operations } from './operations.ts'

export type OperationId = keyof Operations

/** What an operation takes, each part under the name of where it goes in the request. */
export type Input<K extends OperationId> = Omit<Operations[K], 'answer'>
export type Answer<K extends OperationId> = Operations[K]['answer']

/** Where an operation is. `K` carries what it takes and answers, for the compiler alone. */
export interface Operation<K extends OperationId> {
  readonly method: string
  readonly path: string
  readonly id?: K
}
