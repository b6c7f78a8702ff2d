import { useState } from 'react'
import { type Problem, removeExtractDefinition, saveExtractDefinition, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Button, useToast } from '../../ui/index.ts'
import { NameDialog } from './name-dialog.tsx'
import { type Saved, useSaved } from './saved.tsx'
import type { Wanted } from './wanted.ts'

/** Keeps these choices under a name; or, of what was kept, gives it another name or removes it. */
export function SavedActions({
  wanted,
  picked,
  onPick,
}: {
  readonly wanted: Wanted
  readonly picked: string | undefined
  readonly onPick: (saved: Saved | undefined) => void
}) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [isNaming, setNaming] = useState(false)
  const chosen = useSaved().find(({ id }) => id === picked)
  const onProblem = ({ code, detail }: Problem) =>
    toast({ kind: 'failed', text: code === 'precondition-failed' ? say('common.changed') : detail })
  const again = useCommand(saveExtractDefinition, { onDone: onPick, onProblem })
  const remove = useCommand(removeExtractDefinition, {
    onDone: ({ name, figures, audience, period }) => {
      onPick(undefined)
      const undo = () => void again.run({ body: { name, figures, audience, period } })
      toast({ text: say('extracts.removed', { name }), undo })
    },
    onProblem,
  })
  return (
    <>
      <Button isDisabled={!isOnline} onClick={() => setNaming(true)}>
        {say(chosen ? 'extracts.rename' : 'extracts.save-as')}
      </Button>
      {chosen && (
        <Button
          isDisabled={!isOnline}
          isBusy={remove.isRunning}
          onClick={() => void remove.run({ params: { extractDefinition: chosen.id }, ifMatch: chosen.version })}
        >
          {say('common.remove')}
        </Button>
      )}
      {isNaming && <NameDialog of={chosen} wanted={wanted} onDone={onPick} onClose={() => setNaming(false)} />}
    </>
  )
}
