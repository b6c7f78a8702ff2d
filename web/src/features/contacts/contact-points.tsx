import { capital } from '../../../../shared/i18n/capital.ts'
import type { Answer } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, Flag } from '../../ui/index.ts'

/** How this person can be reached, and how it is safe to. */
export function ContactPoints({
  client,
}: {
  readonly client: Pick<Answer<'getClient'>, 'contactPoints' | 'safeContact'>
}) {
  const say = useText()
  const { contactPoints, safeContact } = client
  if (contactPoints.length === 0) return <p className="hint">{say('contacts.no-points')}</p>
  return (
    <div className="stack-small">
      {safeContact && (
        <Banner kind="warning" title={say('contacts.safe-first')}>
          {say('contacts.safe-first-why')}
        </Banner>
      )}
      <ul className="plain-list">
        {contactPoints.map(({ system, value, use, preferred, safe }) => (
          <li key={value}>
            <a className="contact-point" href={`${system === 'phone' ? 'tel' : 'mailto'}:${value}`}>
              {value}
            </a>{' '}
            <span className="hint">
              {[use && capital(say(`word.${use}`)), preferred && say('contacts.preferred')].filter(Boolean).join(' · ')}
            </span>
            <div className="row">
              {system === 'phone' && (
                <Flag icon={safe.voicemail ? 'check' : 'close'} tone={safe.voicemail ? 'good' : 'danger'}>
                  {say(safe.voicemail ? 'contacts.voicemail-safe' : 'contacts.voicemail-unsafe')}
                </Flag>
              )}
              {system === 'phone' && safe.text && (
                <Flag icon="check" tone="good">
                  {say('contacts.text-safe')}
                </Flag>
              )}
            </div>
            {safe.note && <p className="pre-line">{safe.note}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
