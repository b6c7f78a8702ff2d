import type { Context } from '../../core/context.ts'
import type { Page } from '../../db/query.ts'
import { ExtractDefinition } from '../schema.ts'

/** The definitions in use, by name. */
export function listDefinitions(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ExtractDefinition>> {
  ctx.require('extracts:read')
  return ctx.store.query({ index: 'list', partition: 'EXTRACT-DEFINITIONS', ...page })
}

/** @throws NotFound */
export function readDefinition(ctx: Context, id: string): Promise<ExtractDefinition> {
  ctx.require('extracts:read')
  return ctx.store.get(ExtractDefinition, id)
}
