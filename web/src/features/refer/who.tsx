import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, dayOf, languageName } from '../../../../shared/i18n/formats.ts'
import { listReferrals, read } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, ButtonLink, Checkbox, ChipsField, Facts, Flag, TextField } from '../../ui/index.ts'
import { ContactPoints } from '../contacts/contact-points.tsx'
import { type Client, type Draft, nameOf } from './draft.ts'

/** Somebody who is not on file: as little as a navigator needs to ring them. */
export function NewPerson({
  draft,
  onChange,
}: {
  readonly draft: Draft
  readonly onChange: (changed: Partial<Draft>) => void
}) {
  const say = useText()
  return (
    <>
      <div className="grid-3">
        <TextField
          pointer="#/client/names/given"
          label={say('field.given')}
          value={draft.given}
          maxLength={60}
          onChange={(given) => onChange({ given })}
        />
        <TextField
          pointer="#/client/names/family"
          label={say('field.family')}
          value={draft.family}
          maxLength={60}
          onChange={(family) => onChange({ family })}
        />
        <TextField
          pointer="#/client/contactPoints/0/value"
          type="tel"
          label={say('refer.phone')}
          value={draft.phone}
          maxLength={40}
          onChange={(phone) => onChange({ phone })}
        />
      </div>
      <div className="refer-pair">
        <ChipsField
          pointer="#/client/locale"
          label={say('refer.language')}
          isSingle
          value={[draft.locale]}
          onChange={([locale = draft.locale]) => onChange({ locale })}
          choices={(['en', 'fr'] as const).map((value) => ({
            value,
            label: capital(languageName(value, say.locale)),
          }))}
        />
        <Checkbox
          pointer="#/client/contactPoints/0/safe/voicemail"
          label={say('refer.voicemail')}
          hint={say('refer.voicemail-why')}
          isChecked={draft.isVoicemailSafe}
          onChange={(isVoicemailSafe) => onChange({ isVoicemailSafe })}
        />
      </div>
    </>
  )
}

/** Somebody on file: enough to see that it is the right person, and whether they are being helped already. */
export function KnownPerson({ client }: { readonly client: Client }) {
  const say = useText()
  const { centre } = useMe()
  const referrals = useQuery(read(listReferrals, { query: { client: client.id, limit: 100 } }))
  const open = referrals.data?.items.find(({ status }) =>
    ['requested', 'accepted', 'in-progress', 'on-hold'].includes(status),
  )
  return (
    <div className="stack-small">
      <div className="card-header">
        <h2>
          <Link to={`/clients/${client.id}`}>{nameOf(client)}</Link>
        </h2>
        <ButtonLink to="/refer" kind="quiet">
          {say('refer.not-them')}
        </ButtonLink>
      </div>
      {client.doNotContact && (
        <Flag icon="stop" tone="danger">
          {say('today.flag.do-not-contact')}
        </Flag>
      )}
      <Facts
        of={[
          [say('field.birthDate'), client.birthDate && day(client.birthDate, say.locale)],
          [say('field.chartNumber'), client.chartNumber],
          [say('field.locale'), capital(languageName(client.locale, say.locale))],
        ]}
      />
      <ContactPoints client={client} />
      {open && (
        <Banner kind="info" title={say('refer.open-already')}>
          {say('refer.open-already-why', {
            day: day(dayOf(open.requestedAt, centre.zone), say.locale),
            status: say(`status.${open.status}`),
          })}
        </Banner>
      )}
    </div>
  )
}
