import { useState } from 'react'
import {
  getExtractDefinition,
  read,
  saveExtractDefinition,
  updateExtractDefinition,
  useCommand,
} from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Dialog, Form, TextField, useToast } from '../../ui/index.ts'
import type { Saved } from './saved.tsx'
import type { Wanted } from './wanted.ts'

/** Keeps choices under a name, or gives what is kept another one. */
export function NameDialog({
  of,
  wanted,
  onDone,
  onClose,
}: {
  /** What is to have another name; nothing for choices that have none yet. */
  readonly of: Saved | undefined
  readonly wanted: Wanted
  readonly onDone: (saved: Saved) => void
  readonly onClose: () => void
}) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [name, setName] = useState(of?.name ?? '')
  const [isTried, setTried] = useState(false)
  const done = (saved: Saved) => {
    onClose()
    onDone(saved)
    toast({ text: say('common.saved') })
  }
  const save = useCommand(saveExtractDefinition, { onDone: done })
  const rename = useCommand(updateExtractDefinition, { onDone: done })
  const latest = read(getExtractDefinition, { params: { extractDefinition: of?.id ?? '' } })
  const theirs = useTheirs(latest, rename.problem)
  const isEmpty = name.trim() === ''
  const missing = [{ pointer: '#/name', detail: say('common.required', { field: say('extracts.name') }) }]
  const title = say(of ? 'extracts.rename' : 'extracts.save-as')

  function submit(version: number | undefined) {
    setTried(true)
    if (isEmpty) return
    if (of === undefined || version === undefined) void save.run({ body: { ...wanted, name } })
    else void rename.run({ params: { extractDefinition: of.id }, body: { name }, ifMatch: version })
  }

  return (
    <Dialog title={title} isOpen onClose={onClose} isFirm>
      <Form
        onSubmit={() => submit(of?.version)}
        problem={save.problem ?? rename.problem}
        isCompared
        faults={isTried && isEmpty ? missing : []}
        label={title}
      >
        <TextField
          pointer="#/name"
          label={say('extracts.name')}
          hint={say('extracts.name-why')}
          maxLength={80}
          value={name}
          onChange={setName}
        />
        <Actions>
          <Button type="submit" kind="primary" isBusy={save.isRunning || rename.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
      {theirs && (
        <Conflict
          isOpen
          fields={[{ label: say('extracts.name'), mine: name, theirs: theirs.name }]}
          onKeepMine={() => submit(theirs.version)}
          onTakeTheirs={() => {
            onClose()
            onDone(theirs)
          }}
          onClose={rename.reset}
        />
      )}
    </Dialog>
  )
}
