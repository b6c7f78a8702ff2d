import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import { Incident } from './schema.ts'

/** The register of incidents, the last discovered first. */
export function listIncidents(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Incident>> {
  ctx.require('incidents:read')
  return ctx.store.query({ index: 'list', partition: 'INCIDENTS', descending: true, ...page })
}

/** @throws NotFound */
export function readIncident(ctx: Context, id: string): Promise<Incident> {
  ctx.require('incidents:read')
  return ctx.store.get(Incident, id)
}

/** Incidents that were discovered in a year. */
export function incidentsOf(ctx: Context, year: number): Promise<Incident[]> {
  return ctx.store.queryAll({ index: 'list', partition: 'INCIDENTS', between: [`${year}-01-01`, `${year}-12-31#~`] })
}
