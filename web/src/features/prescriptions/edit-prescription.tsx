import { useState } from 'react'
import { barriers } from '../../../../shared/core/codes.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day } from '../../../../shared/i18n/formats.ts'
import { getPrescription, read, updatePrescription } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useToday } from '../../app/session.tsx'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Checkbox, ChipsField, Conflict, Dialog, Form, TextArea, TextField } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import { awaited, type Prescription } from './prescription-entry.tsx'

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
  // What it was when this was opened: what is behind it is read again whenever it likes.
  const [base, setBase] = useState(prescription)
  const [supports, setSupports] = useState<readonly Support[]>(prescription.supports)
  const [note, setNote] = useState(prescription.noteToPartner ?? '')
  const isAwaited = awaited.includes(prescription.status)
  const [next, setNext] = useState(prescription.nextActionOn)
  const update = useAct(updatePrescription, say('common.saved'), onClose, () => {})
  const put = (code: string, change: Partial<Support>) =>
    setSupports(supports.map((each) => (each.code === code ? { ...each, ...change } : each)))

  const theirs = useTheirs(read(getPrescription, { params: { prescription: prescription.id } }), update.problem)

  function save(on: Prescription) {
    void update.run({
      params: { prescription: on.id },
      ifMatch: on.version,
      body: {
        supports: supports.map(({ code, arranged, words }) => ({
          code,
          arranged,
          ...(words?.trim() && { words: words.trim() }),
        })),
        ...(note.trim() && note !== on.noteToPartner && { noteToPartner: note.trim() }),
        ...(next !== on.nextActionOn && { nextActionOn: next }),
      },
    })
  }

  function take(latest: Prescription) {
    setBase(latest)
    setSupports(latest.supports)
    setNote(latest.noteToPartner ?? '')
    setNext(latest.nextActionOn)
    update.reset()
  }

  const supportWords = (all: readonly Support[]) =>
    all
      .map(({ code, arranged, words }) => {
        const support = say(arranged ? 'care.arranged' : 'care.to-arrange', { support: say(`code.barrier.${code}`) })
        return [support, words].filter(Boolean).join(', ')
      })
      .join(' · ')

  return (
    <Dialog title={say('care.edit-supports')} isOpen onClose={onClose} isFirm size="lg">
      <Form onSubmit={() => save(base)} problem={update.problem} isCompared label={say('care.edit-supports')}>
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
        {isAwaited && (
          <TextField
            pointer="#/nextActionOn"
            type="date"
            width="short"
            label={say('contacts.next-on')}
            min={today}
            value={next}
            onChange={setNext}
          />
        )}
        <Actions>
          <Button type="submit" kind="primary" isBusy={update.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
        {theirs && (
          <Conflict
            isOpen
            fields={[
              { label: say('field.supports'), mine: supportWords(supports), theirs: supportWords(theirs.supports) },
              { label: say('field.noteToPartner'), mine: note, theirs: theirs.noteToPartner },
              ...(isAwaited
                ? [
                    {
                      label: say('contacts.next-on'),
                      mine: day(next, say.locale),
                      theirs: day(theirs.nextActionOn, say.locale),
                    },
                  ]
                : []),
            ]}
            onKeepMine={() => save(theirs)}
            onTakeTheirs={() => take(theirs)}
            onClose={update.reset}
          />
        )}
      </Form>
    </Dialog>
  )
}
