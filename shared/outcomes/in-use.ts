import type { Context } from '../core/context.ts'
import { Conflict, InvalidInput } from '../core/errors.ts'
import type { Instrument } from './instrument.ts'
import { instruments } from './instruments/index.ts'

/** An instrument as a centre sees it. */
export type OfferedInstrument = Instrument & { readonly inUse: boolean }

/**
 * The instruments that the centre has switched on, in the order in which they are asked.
 * @param input `all`: those that it has not, too.
 */
export function listInstruments(ctx: Context, { all }: { readonly all: boolean }): { items: OfferedInstrument[] } {
  ctx.require('instruments:read')
  const offered = Object.values(instruments).map((one) => ({ ...one, inUse: isInUse(ctx, one) }))
  return { items: offered.filter(({ inUse }) => all || inUse) }
}

/**
 * The instrument by its id, as one whose answers the centre may record.
 * @throws InvalidInput `unknown-instrument`; Conflict `instrument-off`.
 */
export function instrumentInUse(ctx: Context, id: string): Instrument {
  const instrument = instrumentNamed(id)
  if (instrument === undefined) throw new InvalidInput([{ pointer: '#/instrument', code: 'unknown-instrument' }])
  if (!isInUse(ctx, instrument)) throw new Conflict('instrument-off', {}, { inUse: inUseIds(ctx) })
  return instrument
}

/** @returns undefined for an id that is no instrument's. */
export function instrumentNamed(id: string): Instrument | undefined {
  return Object.values(instruments).find((instrument) => instrument.id === id)
}

/** One that takes a registration stays off whatever the settings say: a centre cannot record a registration yet. */
function isInUse({ centre }: Context, { id, requiresRegistration = false }: Instrument): boolean {
  return centre.settings.measures.includes(id) && !requiresRegistration
}

function inUseIds(ctx: Context): string[] {
  return Object.values(instruments).flatMap((one) => (isInUse(ctx, one) ? [one.id] : []))
}
