import type { Answer } from '../../api/index.ts'
import { plain } from '../../i18n/plain.ts'

export type Referral = Answer<'listReferrals'>['items'][number]
export type Message = Answer<'listMessages'>['items'][number]

/** A referral of mine, with what I heard of it last. */
export interface Row extends Referral {
  readonly news?: Message
}

export const views = ['open', 'waiting', 'closed', 'all'] as const
export type View = (typeof views)[number]

const inViews: Record<View, readonly Referral['status'][]> = {
  open: ['requested', 'accepted', 'in-progress', 'on-hold'],
  waiting: ['requested'],
  closed: ['completed', 'rejected', 'cancelled', 'failed'],
  all: ['requested', 'accepted', 'in-progress', 'on-hold', 'completed', 'rejected', 'cancelled', 'failed'],
}

/** What may still be cancelled, as the API's table of transitions has it. */
export const cancellable: readonly Referral['status'][] = ['requested', 'accepted', 'in-progress']

/**
 * The rows of a view, those with the latest news first. What was entered in error is nobody’s news.
 * @param messages newest first.
 * @param search a part of a name, whatever its accents and capitals.
 */
export function rowsOf(
  view: View,
  referrals: readonly Referral[],
  messages: readonly Message[],
  search = '',
): readonly Row[] {
  const latest = new Map(messages.toReversed().map((message) => [message.referral, message]))
  const sought = plain(search)
  return referrals
    .filter(({ status, clientName }) => inViews[view].includes(status) && plain(clientName).includes(sought))
    .map((referral) => {
      const news = latest.get(referral.id)
      return { ...referral, ...(news && { news }) }
    })
    .toSorted((a, b) => lastAt(b).localeCompare(lastAt(a)))
}

function lastAt({ news, requestedAt }: Row): string {
  return news?.createdAt ?? requestedAt
}
