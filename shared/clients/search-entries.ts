import { fold } from '../core/text.ts'
import type { DerivedItem } from '../db/kind.ts'
import type { Client } from './schema.ts'

/** What a search tells of a client. */
export interface SearchHit {
  readonly id: string
  readonly name: string
  readonly birthDate?: string
  readonly chartNumber?: string
  readonly locale: 'en' | 'fr'
}

/** A search entry holds all that a hit shows, so that a search is one query and no further read. */
export interface SearchEntry extends SearchHit {
  /** Every folded word of every name, for narrowing a search of several words. */
  readonly words: readonly string[]
  /** How many letters the ending begins with that the client's ending before it begins with too. */
  readonly shared: number
}

/**
 * A transaction holds 100 items; the client's other entries, a referral and consents that come with it, their events and
 * the rest need some of them.
 */
const mostNameEntries = 72

/**
 * One entry per ending of every name, so that "begins with" finds any part of any name: `art` finds `martin` by its
 * entry `artin`. Two letters make the partition, which spreads a centre's names over many. Where names are longer than
 * a transaction can hold, whole names come first and the endings of the last are left out.
 */
export function searchEntries(client: Client): readonly DerivedItem[] {
  if (client.status !== 'active') return []
  const { id, birthDate, chartNumber, locale } = client
  const words = foldedNames(client)
  const known: Omit<SearchEntry, 'shared'> = {
    id,
    name: shownName(client),
    ...(birthDate && { birthDate }),
    ...(chartNumber && { chartNumber }),
    locale,
    words,
  }
  const entry = (partition: string, sort: string, shared = 0): DerivedItem => {
    const data: SearchEntry = { ...known, shared }
    return { partition, sort: `${sort}#${id}`, data }
  }
  const phones = client.contactPoints.filter(({ system }) => system === 'phone').map(({ value }) => digits(value))
  const names = endings(words).toSorted()
  return [
    ...names.map((ending, n) => entry(namePartition(ending), ending, sharedLetters(names[n - 1] ?? '', ending))),
    ...(birthDate ? [entry(`BORN#${birthDate}`, '')] : []),
    ...(chartNumber ? [entry(`CHART#${fold(chartNumber)}`, '')] : []),
    ...[...new Set(phones)].filter((phone) => phone.length >= 7).map((phone) => entry(`PHONE#${phone}`, '')),
  ]
}

/** What of an entry is shown. */
export function hitOf({ words: _, shared: __, ...hit }: SearchEntry): SearchHit {
  return hit
}

/** Where the entries are that begin with a word of two letters or more. */
export function namePartition(word: string): string {
  return `NAME#${[...word].slice(0, 2).join('')}`
}

/** The name people are called by: preferred (or given), then family. */
export function shownName({ names }: Pick<Client, 'names'>): string {
  return `${names.preferred ?? names.given} ${names.family}`
}

/** Digits of a phone number, without Canada's leading 1. */
export function digits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
}

/** Every word of every name of a client, folded, each once. */
export function foldedNames({ names }: Pick<Client, 'names'>): readonly string[] {
  const all = [names.given, names.family, names.preferred ?? '', ...(names.other ?? [])]
  return [...new Set(all.flatMap((name) => nameWords(name)))]
}

/** A text as the words that names are searched by: `O’Neil` is one, with or without its apostrophe. */
export function nameWords(value: string): readonly string[] {
  return fold(value)
    .replace(/['‘ʻ`´]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 0)
}

function endings(words: readonly string[]): readonly string[] {
  const atLeastTwo = (ending: string) => [...ending].length >= 2
  const inner = words.flatMap((word) => {
    const letters = [...word]
    return letters.slice(1).map((_, start) => letters.slice(start + 1).join(''))
  })
  return [...new Set([...words, ...inner].filter(atLeastTwo))].slice(0, mostNameEntries)
}

function sharedLetters(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  const differs = a.findIndex((letter, n) => letter !== b[n])
  return differs < 0 ? a.length : differs
}
