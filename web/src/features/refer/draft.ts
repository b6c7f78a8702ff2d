import type { Answer, Input } from '../../api/index.ts'

type NewClient = Input<'referNewClient'>['body']['client']
type NewReferral = Input<'referNewClient'>['body']['referral']

export type Client = Answer<'getClient'>
export type Reason = NewReferral['reasons'][number]

/** All that may be typed, whoever it is about. */
export interface Draft {
  readonly given: string
  readonly family: string
  readonly phone: string
  readonly isVoicemailSafe: boolean
  readonly safeNote: string
  readonly locale: 'en' | 'fr'
  readonly birthDate: string
  readonly reasons: readonly Reason[]
  readonly note: string
  readonly urgency: NonNullable<NewReferral['urgency']>
  readonly hasAgreed: boolean
  readonly how: NonNullable<NewReferral['agreed']>
  readonly source: NewReferral['source']
}

/** Where each value goes in what is sent: a client already on file has a body of its own. */
export function pointerOf(name: 'reasons' | 'note' | 'agreed' | 'urgency' | 'source', isKnown: boolean): string {
  return `${isKnown ? '#' : '#/referral'}/${name}`
}

/** What can be seen to be missing before anything is sent: where, and the key of the words for it. */
export function faultsOf(draft: Draft, isKnown: boolean): { readonly pointer: string; readonly key: string }[] {
  const missing = (isMissing: boolean, pointer: string, key: string) =>
    isMissing ? [{ pointer, key: `refer.fault.${key}` }] : []
  const isBlank = (value: string) => value.trim() === ''
  return [
    ...missing(!isKnown && isBlank(draft.given), '#/client/names/given', 'given'),
    ...missing(!isKnown && isBlank(draft.family), '#/client/names/family', 'family'),
    ...missing(!isKnown && isBlank(draft.phone) && isBlank(draft.note), '#/client/contactPoints/0/value', 'phone'),
    ...missing(draft.reasons.length === 0, pointerOf('reasons', isKnown), 'reasons'),
    ...missing(!draft.hasAgreed, pointerOf('agreed', isKnown), 'agreed'),
  ]
}

export function referralOf({ reasons, note, urgency, how, source }: Draft): NewReferral {
  return { source, reasons: [...reasons], urgency, agreed: how, ...(note.trim() && { note: note.trim() }) }
}

/** @param others the records that were looked at and are other people’s. */
export function clientOf(draft: Draft, others: readonly string[]): NewClient {
  const { given, family, locale, birthDate, phone } = draft
  return {
    names: { given, family },
    locale,
    notDuplicateOf: [...others],
    ...(birthDate && { birthDate }),
    ...(phone.trim() && { contactPoints: [contactPointOf(draft)] }),
  }
}

export function contactPointOf({ phone, isVoicemailSafe, safeNote }: Draft): Client['contactPoints'][number] {
  const safe = { voicemail: isVoicemailSafe, text: false, ...(safeNote.trim() && { note: safeNote.trim() }) }
  return { system: 'phone', value: phone.trim(), preferred: true, safe }
}

/** Whether a number that was typed is on the client’s record, however it is punctuated. */
export function hasPhone({ contactPoints }: Pick<Client, 'contactPoints'>, phone: string): boolean {
  const digits = (value: string) => value.replace(/\D/g, '').slice(-10)
  return contactPoints.some(({ value }) => digits(value) === digits(phone))
}

export function nameOf({ names: { given, preferred, family } }: Pick<Client, 'names'>): string {
  return `${preferred ?? given} ${family}`
}
