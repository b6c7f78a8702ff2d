import { type AuditPeriod, entriesOf } from '../audit/entries.ts'
import { shownName } from '../clients/search-entries.ts'
import type { Context } from '../core/context.ts'
import type { Locale } from '../core/text.ts'
import { dateIn } from '../core/time.ts'
import { namesOf } from '../records/names.ts'
import { wholeRecordOf } from '../records/whole.ts'
import { daysOf } from './lines.ts'
import type { AccessReport } from './schema.ts'

/**
 * A client's own access report, in the client's language unless another is asked for: whole, or not at all. Preparing it
 * is itself an access, which the next report tells of.
 * @throws NotFound; Conflict `withheld-in-part`, `client-merged`; InvalidInput `period-backwards`, `period-too-full`.
 */
export async function prepareAccessReport(
  ctx: Context,
  { id, locale: asked, ...period }: AuditPeriod & { readonly id: string; readonly locale?: Locale | undefined },
): Promise<AccessReport> {
  ctx.require('audit:report')
  const client = await wholeRecordOf(ctx, id)
  const locale = asked ?? client.locale
  const entries = await entriesOf(ctx, { clients: [id, ...client.mergedFrom] }, period)
  const names = await namesOf(ctx, [ctx.actor.id, ...entries.map(({ actor }) => actor.id)], locale)
  const { zone, name, phone } = ctx.centre
  const report: AccessReport = {
    client: id,
    name: shownName(client),
    locale,
    centre: { name: name[locale], phone, zone },
    period: { from: period.from ?? dateIn(zone, client.createdAt), to: period.to ?? ctx.today },
    preparedAt: ctx.now,
    preparedBy: names[ctx.actor.id] ?? '',
    days: daysOf(entries, { locale, zone, names }),
  }
  await ctx.store.auditAccess({ access: 'export', client: id, information: ['audit'] })
  return report
}
