import { setTimeout } from 'node:timers/promises'
import type { Context } from '../core/context.ts'
import { Throttled } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { movePrescription } from '../prescriptions/move.ts'
import { placeChange } from '../prescriptions/place-change.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { isWithPartner, takesPlace } from '../prescriptions/status.ts'
import { Retention, retentionId } from '../retention/schema.ts'
import { type Entry, takeInventory } from './inventory.ts'

/** An index follows its table within moments: what it still lists after so many rounds is for the next request. */
const mostRounds = 6
const firstPauseMs = 100
const atOnce = 8

/**
 * Removes all that is held under these records, round by round until nothing is listed any more. Nothing depends on how
 * far an earlier attempt came.
 * @throws Throttled when there is more to do than one request should.
 */
export async function remove(ctx: Context, records: readonly string[]): Promise<void> {
  const store = ctx.store.asCustodian()
  for (let round = 1; round <= mostRounds; round += 1) {
    const { stages, events } = await takeInventory(store, records)
    if (events === 0 && stages.every((stage) => stage.length === 0)) {
      for (const client of records) await disposeOfTraces(ctx, client)
      return
    }
    if (round > 1) await setTimeout(firstPauseMs * 2 ** (round - 2))
    for (const stage of stages) await disposeOf(ctx, stage)
  }
  throw new Throttled()
}

/** What is in no list of the client's: the answers kept for repeated requests, and the day that retention runs from. */
async function disposeOfTraces(ctx: Context, client: string): Promise<void> {
  await ctx.store.disposeAnswers(client)
  await ctx.store.dispose(Retention, retentionId(client), [])
}

async function disposeOf(ctx: Context, stage: readonly Entry[]): Promise<void> {
  for (let start = 0; start < stage.length; start += atOnce) {
    await Promise.all(
      stage.slice(start, start + atOnce).map(async ({ kind, entity, versions }) => {
        if (kind.name === Prescription.name) await freePlace(ctx, entity.id)
        await ctx.store.dispose(kind, entity.id, versions)
      }),
    )
  }
}

/** A place that is held, or waited for, goes to whoever is next: the event that says so is followed as any other. */
async function freePlace(ctx: Context, id: string): Promise<void> {
  const held = await ctx.store.asCustodian().find(Prescription, id)
  if (held === undefined || !isWithPartner(held.status)) return
  const freed = movePrescription(ctx, held, 'entered-in-error')
  const facts = { activity: held.activity, ...(takesPlace(held.status) && { freesPlace: true }) }
  await ctx.store.commit(
    [
      { ...change(Prescription, held, freed, 'retracted', facts), contended: true },
      ...(await placeChange(ctx, held, freed)),
    ],
    { partial: true },
  )
}
