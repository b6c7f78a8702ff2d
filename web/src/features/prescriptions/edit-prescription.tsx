import { useState } from 'react'
import { barriers } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { updatePrescription } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Checkbox, ChipsField, Dialog, Form, TextArea, TextField } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import type { Prescription } from './prescription-entry.tsx'

type Support = Prescription['supports'][number]

/** What is arranged so that the client can take part, what the partner is told, and when to look again. */
export function EditPrescription({
  prescription,
  onClose,
}: {
  readonly prescription: Prescription
  readonly onClose: () => void
}) {
  const say = useText()
  const today = useToday()
  const isOnline = useOnline()
  const [supports, setSupports] = useState<readonly Support[]>(prescription.supports)
  const [note, setNote] = useState(prescription.noteToPartner ?? '')
  const [next, setNext] = useState(prescription.nextActionOn)
  const update = useAct(updatePrescription, say('common.saved'), onClose, () => {})
  const put = (code: string, change: Partial<Support>) =>
    setSupports(supports.map((each) => (each.code === code ? { ...each, ...change } : each)))

  function submit() {
    void update.run({
      params: { prescription: prescription.id },
      ifMatch: prescription.version,
      body: {
        supports: supports.map(({ code, arranged, words }) => ({
          code,
          arranged,
          ...(words?.trim() && { words: words.trim() }),
        })),
        ...(note.trim() && note !== prescription.noteToPartner && { noteToPartner: note.trim() }),
        ...(next !== prescription.nextActionOn && { nextActionOn: next }),
      },
    })
  }

  return (
    <Dialog title={say('care.edit-supports')} isOpen onClose={onClose} isFirm size="lg">
      <Form onSubmit={submit} problem={update.problem} label={say('care.edit-supports')}>
        {update.problem?.code === 'precondition-failed' && <Banner kind="warning" title={say('common.changed')} />}
        <ChipsField
          pointer="#/supports"
          label={say('field.supports')}
          isOptional
          value={supports.map(({ code }) => code)}
          onChange={(codes) =>
            setSupports(codes.map((code) => supports.find((each) => each.code === code) ?? { code, arranged: false }))
          }
          choices={barriers.map((value) => ({ value, label: capital(say(`code.barrier.${value}`)) }))}
        />
        {supports.map(({ code, arranged, words = '' }, index) => (
          <div key={code} className="point-edit">
            <Checkbox
              pointer={`#/supports/${index}/arranged`}
              label={say('care.is-arranged', { support: say(`code.barrier.${code}`) })}
              isChecked={arranged}
              onChange={(isArranged) => put(code, { arranged: isArranged })}
            />
            <TextField
              pointer={`#/supports/${index}/words`}
              label={say('care.words')}
              isOptional
              value={words}
              maxLength={200}
              onChange={(typed) => put(code, { words: typed })}
            />
          </div>
        ))}
        {prescription.partner && (
          <TextArea
            pointer="#/noteToPartner"
            label={say('field.noteToPartner')}
            hint={say('care.note-why')}
            isOptional
            rows={2}
            value={note}
            onChange={setNote}
          />
        )}
        <TextField
          pointer="#/nextActionOn"
          type="date"
          width="short"
          label={say('contacts.next-on')}
          min={today}
          value={next}
          onChange={setNext}
        />
        <Actions>
          <Button type="submit" kind="primary" isBusy={update.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
