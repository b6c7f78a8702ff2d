import { useState } from 'react'
import { type Answer, type Problem, revokeKey, rotateKey, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, useToast } from '../../ui/index.ts'

export type Key = Answer<'listKeys'>['items'][number]

/** Replaces a key, the old one working a day longer; or ends it at once, which nothing takes back. */
export function KeyActions({
  of: { id, version, name },
  standing,
  onIssued,
}: {
  readonly of: Key
  readonly standing: string
  readonly onIssued: (key: string) => void
}) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [isEnding, setEnding] = useState(false)
  const onProblem = ({ code, detail }: Problem) =>
    toast({ kind: 'failed', text: code === 'precondition-failed' ? say('common.changed') : detail })
  const rotate = useCommand(rotateKey, { onDone: ({ key }) => key && onIssued(key), onProblem })
  const revoke = useCommand(revokeKey, {
    onDone: () => {
      toast({ text: say('keys-of-partners.revoked') })
      setEnding(false)
    },
    onProblem,
  })
  if (standing !== 'live' && standing !== 'rotated') return null
  return (
    <span className="row">
      {standing === 'live' && (
        <Button
          size="small"
          aria-label={`${say('keys-of-partners.rotate')}, ${name}`}
          isBusy={rotate.isRunning}
          isDisabled={!isOnline}
          onClick={() => void rotate.run({ params: { key: id }, body: {}, ifMatch: version })}
        >
          {say('keys-of-partners.rotate')}
        </Button>
      )}
      <Button size="small" aria-label={`${say('keys-of-partners.revoke')}, ${name}`} onClick={() => setEnding(true)}>
        {say('keys-of-partners.revoke')}
      </Button>
      <Dialog title={say('keys-of-partners.revoke-sure', { name })} isOpen={isEnding} onClose={() => setEnding(false)}>
        <div className="stack">
          <p>{say('keys-of-partners.revoke-why')}</p>
          <Actions>
            <Button
              kind="danger"
              isBusy={revoke.isRunning}
              isDisabled={!isOnline}
              onClick={() => void revoke.run({ params: { key: id }, ifMatch: version })}
            >
              {say('keys-of-partners.revoke')}
            </Button>
            <Button onClick={() => setEnding(false)}>{say('common.cancel')}</Button>
          </Actions>
        </div>
      </Dialog>
    </span>
  )
}
