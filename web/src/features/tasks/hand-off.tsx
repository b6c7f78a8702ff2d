import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { completeHandOff, getHandOff, read, takeBackHandOff, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useRefused } from '../../app/use-step.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Conflict, Form, Loaded, TextArea, useToast } from '../../ui/index.ts'

/** Something passed to a clinician or the privacy officer, and that it was seen to. */
export function HandOff({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const refused = useRefused()
  const [typed, setTyped] = useState<string>()
  const handOff = useQuery(read(getHandOff, { params: { handOff: id } }))
  const undo = useCommand(takeBackHandOff, {
    onDone: () => toast({ text: say('common.undone') }),
    onProblem: (problem) => refused(problem),
  })
  const command = useCommand(completeHandOff, {
    onDone: ({ version }) => {
      const back = { params: { handOff: id }, ifMatch: version }
      toast({ text: say('tasks.hand-off-done'), undo: () => void undo.run(back) })
      onDone()
    },
  })
  const theirs = useTheirs(read(getHandOff, { params: { handOff: id } }), command.problem)
  return (
    <Loaded query={handOff} rows={2}>
      {({ version, cause, note = '' }) => (
        <Form
          label={say('today.status.hand-off')}
          problem={command.problem}
          isCompared
          onSubmit={() =>
            void command.run({
              params: { handOff: id },
              body: wordsOf(typed ?? note),
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
            value={typed ?? note}
            maxLength={1000}
            onChange={setTyped}
          />
          <Actions>
            <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
              {say('tasks.tick-off')}
            </Button>
          </Actions>
          {theirs && (
            <Conflict
              isOpen
              fields={[{ label: say('tasks.what-was-done'), mine: typed ?? note, theirs: theirs.note }]}
              onKeepMine={() =>
                void command.run({
                  params: { handOff: id },
                  body: wordsOf(typed ?? note),
                  ifMatch: theirs.version,
                })
              }
              onTakeTheirs={onDone}
              onClose={command.reset}
            />
          )}
        </Form>
      )}
    </Loaded>
  )
}

function wordsOf(note: string): { note?: string } {
  return note.trim() ? { note: note.trim() } : {}
}
