import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { completeHandOff, getHandOff, read, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Form, Loaded, TextArea, useToast } from '../../ui/index.ts'

/** Something passed to a clinician or the privacy officer, and that it was seen to. */
export function HandOff({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [note, setNote] = useState('')
  const handOff = useQuery(read(getHandOff, { params: { handOff: id } }))
  const command = useCommand(completeHandOff, {
    onDone: () => {
      toast({ text: say('tasks.hand-off-done') })
      onDone()
    },
  })
  return (
    <Loaded query={handOff} rows={2}>
      {({ version, cause }) => (
        <Form
          label={say('today.status.hand-off')}
          problem={command.problem}
          onSubmit={() =>
            void command.run({
              params: { handOff: id },
              body: note.trim() ? { note: note.trim() } : {},
              ifMatch: version,
            })
          }
        >
          <Banner kind="warning" title={capital(say(`word.${cause}`))}>
            {cause === 'phq-2' ? say('crisis.help') : say('tasks.look-into')}
          </Banner>
          <TextArea
            pointer="#/note"
            label={say('tasks.what-was-done')}
            isOptional
            value={note}
            maxLength={1000}
            onChange={setNote}
          />
          <Actions>
            <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
              {say('tasks.tick-off')}
            </Button>
          </Actions>
        </Form>
      )}
    </Loaded>
  )
}
