import { fold } from '../core/text.ts'
import type { DerivedItem } from '../db/kind.ts'
import type { Client } from './schema.ts'

/** What a search hit shows, so that a search is one query and no further read. */
export interface SearchHit {
  readonly id: string
  readonly name: string
  readonly birthDate?: string
  readonly chartNumber?: string
  readonly locale: 'en' | 'fr'
  /** Every folded name, for narrowing a search of several words. */
  readonly words: readonly string[]
}

/** A transaction holds 100 items; the client, its event, the audit entry and the rest need a few of them. */
const mostNameEntries = 80

/**
 * One entry per ending of every name, so that "begins with" finds any part of any name: `art` finds `martin` by its
 * entry `artin`. Two letters make the partition, which spreads a centre's names over many. Where names are longer than
 * a transaction can hold, whole names come first and the endings of the longest are left out.
 */
export function searchEntries(client: Client): readonly DerivedItem[] {
  if (client.status !== 'active') return []
  const words = foldedNames(client)
  const hit: SearchHit = {
    id: client.id,
    name: shownName(client),
    ...(client.birthDate && { birthDate: client.birthDate }),
    ...(client.chartNumber && { chartNumber: client.chartNumber }),
    locale: client.locale,
    words,
  }
  const entry = (partition: string, sort: string): DerivedItem => ({
    partition,
    sort: `${sort}#${client.id}`,
    data: hit,
  })
  const phones = client.contactPoints.filter(({ system }) => system === 'phone').map(({ value }) => digits(value))
  return [
    ...endings(words).map((ending) => entry(`NAME#${ending.slice(0, 2)}`, ending)),
    ...(client.birthDate ? [entry(`BORN#${client.birthDate}`, '')] : []),
    ...(client.chartNumber ? [entry(`CHART#${fold(client.chartNumber)}`, '')] : []),
    ...[...new Set(phones)].filter((phone) => phone.length >= 7).map((phone) => entry(`PHONE#${phone}`, '')),
  ]
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

/** A text as the words that names are searched by. */
export function nameWords(value: string): readonly string[] {
  return fold(value)
    .split(/[^\p{L}\p{N}]+/u)
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
