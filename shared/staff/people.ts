import type { Person } from '../db/system-store.ts'
import type { Staff } from './schema.ts'

/**
 * The identity provider, as far as the product tells it who there is. Whatever is asked of it may be asked again, with
 * the effect of once.
 */
export interface People {
  /**
   * Makes somebody known there, and sends the invitation to whoever was not known before.
   * @returns the subject by which the provider vouches for them from now on.
   */
  invite(person: Invited): Promise<{ readonly subject: string; readonly isNew: boolean }>
  /** Sends the invitation again, unless it was taken up. */
  remind(person: Invited): Promise<void>
  /** Nobody signs in as this subject any more, and what was signed in is signed out. */
  disable(subject: string): Promise<void>
  enable(subject: string): Promise<void>
  /** Forgets somebody whose centre has left. */
  remove(subject: string): Promise<void>
}

export type Invited = Pick<Staff, 'id' | 'name' | 'email' | 'locale'>

/** What is beyond the centre's own data and has to know its staff: the provider, and the way from a subject to a centre. */
export interface Beyond {
  readonly people: People
  readonly system: {
    registerPerson(person: Person): Promise<void>
    signOut(subject: string, at: string): Promise<void>
  }
}
