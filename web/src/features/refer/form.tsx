import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Announce, Button, Checkbox, Form, Hidden, TextArea, useFirstField } from '../../ui/index.ts'
import { useSignpost } from '../signposts/use-signpost.ts'
import { type Client, type Draft, pointerOf } from './draft.ts'
import { Duplicates } from './duplicates.tsx'
import { MoreAbout } from './more.tsx'
import { Needs } from './needs.tsx'
import { type Sent, useRefer } from './use-refer.ts'
import { useSheet } from './use-sheet.ts'
import { KnownPerson, NewPerson } from './who.tsx'

/** A referral in under a minute: who, what for, that they agreed. */
export function ReferForm({
  client,
  start,
  onSent,
}: {
  /** Somebody on file. */
  readonly client?: Client
  readonly start: Draft
  readonly onSent: (sent: Sent) => void
}) {
  const say = useText()
  const today = useToday()
  const isOnline = useOnline()
  const sheet = useSheet(start)
  const { draft, change } = sheet
  const refer = useRefer({ client, draft, onSent })
  const isKnown = client !== undefined
  const signpost = useSignpost(sheet)
  useFirstField('#/client/names/given')

  function told() {
    void signpost.run({ body: { needs: [...draft.reasons], ...(client && { client: client.id }) } })
  }

  return (
    <>
      {refer.candidates.length > 0 && (
        <Duplicates
          candidates={refer.candidates}
          isBusy={refer.isRunning}
          onThis={refer.isThis}
          onSomebodyElse={refer.isSomebodyElse}
        />
      )}
      <Announce>{refer.isRunning ? say('refer.sending') : ''}</Announce>
      <Form
        onSubmit={refer.send}
        problem={refer.problem}
        faults={refer.faults}
        isHeldUp={refer.candidates.length > 0}
        isDisposable={sheet.isCleared}
        label={say('refer.title')}
      >
        <section className="refer-part">
          {client ? (
            <KnownPerson client={client} />
          ) : (
            <>
              <Hidden>
                <h2>{say('refer.who')}</h2>
              </Hidden>
              <NewPerson draft={draft} onChange={change} />
            </>
          )}
        </section>
        <section className="refer-part">
          <Needs
            pointer={pointerOf('reasons', isKnown)}
            value={draft.reasons}
            onChange={(reasons) => change({ reasons })}
          />
          <TextArea
            pointer={pointerOf('note', isKnown)}
            label={say('refer.note')}
            hint={say('refer.note-why')}
            isOptional
            rows={2}
            maxLength={2000}
            value={draft.note}
            onChange={(note) => change({ note })}
          />
          <MoreAbout draft={draft} isKnown={isKnown} today={today} onChange={change} />
        </section>
        <section className="refer-part">
          <Checkbox
            pointer={pointerOf('agreed', isKnown)}
            label={say('refer.agreed')}
            hint={say('refer.agreed-why')}
            isChecked={draft.hasAgreed}
            onChange={(hasAgreed) => change({ hasAgreed })}
          />
          <Actions>
            <Button
              type="submit"
              kind="primary"
              size="large"
              icon="arrow"
              isBusy={refer.isRunning}
              isDisabled={!isOnline}
            >
              {say('refer.send')}
            </Button>
            <Button
              kind="quiet"
              icon="pin"
              isBusy={signpost.isRunning}
              isDisabled={!isOnline || refer.isRunning}
              aria-describedby="signpost-why"
              onClick={told}
            >
              {say('signposts.button')}
            </Button>
          </Actions>
          <p id="signpost-why" className="hint">
            {say('signposts.why')}
          </p>
        </section>
      </Form>
    </>
  )
}
