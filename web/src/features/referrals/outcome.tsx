import { useText } from '../../i18n/index.ts'
import type { Row } from './rows.ts'

const closed: readonly Row['status'][] = ['completed', 'rejected', 'cancelled', 'failed']

/** Where a referral is, in a sentence: how it ended and why, or what was heard of it last. */
export function OutcomeSentence({ row: { status, statusReason, news } }: { readonly row: Row }) {
  const say = useText()
  if (closed.includes(status) && statusReason) {
    const reason = statusReason.words ?? say(`code.${status}.${statusReason.code}`)
    return <span>{say(`referrals.outcome.${status}`, { reason })}</span>
  }
  if (status === 'on-hold' && statusReason) {
    return <span>{say('referrals.outcome.on-hold', { reason: say(`code.on-hold.${statusReason.code}`) })}</span>
  }
  return <span>{say(`referrals.moment.${news?.moment ?? 'sent'}`)}</span>
}
