import { useState } from 'react'
import { getClient, read, updateClient, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Form, Section, TextField, useFirstField, useToast } from '../../ui/index.ts'
import { changesOf, type Draft, type DraftField, draftOf, isSame } from './draft.ts'
import { EditEquity } from './edit-equity.tsx'
import { EditNames } from './edit-names.tsx'
import { EditPoints } from './edit-points.tsx'
import { EditStrengths } from './edit-strengths.tsx'
import { useFieldWords } from './field-words.tsx'
import type { Client } from './person.ts'

/** Changes what is on file about somebody. What two people changed at once is shown side by side. */
export function EditDetails({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const wordsOf = useFieldWords()
  // What was read when editing began: the page behind is read again whenever it likes.
  const [base, setBase] = useState(client)
  const [draft, setDraft] = useState<Draft>(() => draftOf(client))
  const [reason, setReason] = useState('')
  const update = useCommand(updateClient, {
    onDone: () => {
      toast({ text: say('common.saved') })
      onClose()
    },
  })
  const theirs = useTheirs(read(getClient, { params: { client: client.id } }), update.problem)
  useFirstField('#/names/given')
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change })

  function save(on: Client) {
    const changes = changesOf(base, draft)
    if (Object.keys(changes).length === 0) return onClose()
    void update.run({
      params: { client: client.id },
      body: { ...changes, ...(reason.trim() && { reason: reason.trim() }) },
      ifMatch: on.version,
    })
  }

  function take(latest: Client) {
    setBase(latest)
    setDraft(draftOf(latest))
    update.reset()
  }

  const mine = Object.keys(changesOf(base, draft)) as DraftField[]
  // Of what I changed, what is not already so; all of it when somebody changed something else.
  const differing = theirs ? mine.filter((field) => !isSame(theirs[field], draft[field])) : []

  return (
    <Section title={say('client.edit')}>
      <Form onSubmit={() => save(base)} problem={update.problem} isCompared label={say('client.edit')}>
        <EditNames draft={draft} put={put} />
        <EditPoints draft={draft} put={put} />
        <EditStrengths draft={draft} put={put} />
        <EditEquity draft={draft} put={put} />
        <TextField
          pointer="#/reason"
          label={say('client.edit-reason')}
          hint={say('client.edit-reason-why')}
          isOptional
          value={reason}
          maxLength={500}
          onChange={setReason}
        />
        <Actions>
          <Button type="submit" kind="primary" isBusy={update.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
      {theirs && (
        <Conflict
          isOpen
          fields={differing.map((field) => ({
            label: say(`field.${field}`),
            mine: wordsOf(field, draft),
            theirs: wordsOf(field, theirs),
          }))}
          onKeepMine={() => save(theirs)}
          onTakeTheirs={() => take(theirs)}
          onClose={update.reset}
        />
      )}
    </Section>
  )
}
