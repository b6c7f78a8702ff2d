import { useQuery } from '@tanstack/react-query'
import { capital } from '../../../../shared/i18n/capital.ts'
import { list } from '../../../../shared/i18n/formats.ts'
import { getReferral, read } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'

/** What somebody was referred for, in codes and in the prescriber's words. */
export function Why({ referral: id }: { readonly referral: string }) {
  const say = useText()
  const referral = useQuery(read(getReferral, { params: { referral: id } }))
  if (referral.data === undefined) return null
  const { note, reasons } = referral.data
  return (
    <section className="stack-small">
      <h3>{say('today.why')}</h3>
      <p>
        {capital(
          list(
            reasons.map((reason) => say(`code.referral-reason.${reason}`)),
            say.locale,
          ),
        )}
      </p>
      {note && <p className="pre-line">{note}</p>}
    </section>
  )
}
