import { useQuery } from '@tanstack/react-query'
import { costWords, whenWords, whereWords } from '../../../../shared/activities/words.ts'
import { type Answer, getCentre, read } from '../../api/index.ts'
import { useCan } from '../../app/session.tsx'
import { inLocale, type Text, useText, useTextIn } from '../../i18n/index.ts'
import { Button, Dialog, useToast } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'
import { SendShortlist } from './send-shortlist.tsx'

interface ShortlistProps {
  readonly activities: readonly Activity[]
  readonly client: Answer<'getClient'>
  readonly consents: Answer<'listConsents'>['items']
}

/** A few activities to think over at home, in the client's language: on paper, as a link that is sent, or as words to copy. */
export function Shortlist({
  activities,
  client,
  consents,
  isOpen,
  onClose,
}: ShortlistProps & { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useText()
  const can = useCan()
  const toast = useToast()
  const theirs = useTextIn(client.locale)
  const centre = useQuery(read(getCentre, {}))
  const from = centre.data && { name: inLocale(centre.data.name, client.locale), phone: centre.data.phone }

  async function copy() {
    if (from === undefined) return
    const lines = activities.map((activity) => factsOf(activity, theirs).join('. '))
    const text = [...lines, theirs('prescribe.shortlist.call', from)].join('\n\n')
    await navigator.clipboard.writeText(text).then(
      () => toast({ text: say('prescribe.shortlist.copied') }),
      () => toast({ kind: 'failed', text: say('prescribe.shortlist.not-copied') }),
    )
  }

  return (
    <Dialog title={say('prescribe.shortlist.title')} isOpen={isOpen} onClose={onClose} size="lg">
      <div className="stack">
        <ShortlistSheet activities={activities} say={theirs} from={from} />
        <div className="actions no-print">
          <Button kind="primary" icon="printer" onClick={() => print()}>
            {say('common.print')}
          </Button>
          <Button onClick={() => void copy()}>{say('prescribe.shortlist.copy')}</Button>
        </div>
        {can('shortlists:send') && (
          <div className="no-print">
            <SendShortlist client={client} consents={consents} activities={activities} onSent={onClose} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

/** The list itself: all that is printed of it. */
function ShortlistSheet({
  activities,
  say,
  from,
}: {
  readonly activities: readonly Activity[]
  readonly say: Text
  readonly from: { readonly name: string; readonly phone: string } | undefined
}) {
  return (
    <section className="shortlist" lang={`${say.locale}-CA`}>
      <h3>{say('prescribe.shortlist.heading')}</h3>
      <ol>
        {activities.map((activity) => {
          const [name, ...facts] = factsOf(activity, say)
          return (
            <li key={activity.id}>
              <strong>{name}</strong>
              {facts.map((fact) => (
                <div key={fact}>{fact}</div>
              ))}
            </li>
          )
        })}
      </ol>
      {from && <p>{say('prescribe.shortlist.call', from)}</p>}
    </section>
  )
}

function factsOf(activity: Activity, say: Text): string[] {
  const { phone } = activity.contact
  return [
    inLocale(activity.name, say.locale),
    whenWords(activity.schedule, say),
    whereWords(activity, say),
    costWords(activity, say),
    ...(phone ? [say('prescribe.shortlist.phone', { phone })] : []),
  ]
}
