import type { Answer } from '../../api/index.ts'

export type Client = Answer<'getClient'>

/** What somebody is called, as lists call them too. */
export function shownName({ names }: Pick<Client, 'names'>): string {
  return `${names.preferred ?? names.given} ${names.family}`
}

/** Whole years on a day. Both are `YYYY-MM-DD`, which are in order as texts. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
