import { withdrawConsent } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, Dialog } from '../../ui/index.ts'
import { useAct } from '../clients/use-act.ts'
import { type Consent, useScopeWords } from './consents.tsx'

/** Asks once more, saying what stops at once: the other way is to ask the client again. */
export function WithdrawConsent({ consent, onClose }: { readonly consent: Consent; readonly onClose: () => void }) {
  const say = useText()
  const isOnline = useOnline()
  const wordsOf = useScopeWords()
  const command = useAct(withdrawConsent, say('privacy.withdrawn'), onClose, () => {})
  const { problem } = command
  return (
    <Dialog title={say('privacy.withdraw-title')} isOpen onClose={onClose} isFirm>
      <div className="stack">
        {problem && (
          <Banner kind="error" title={problem.code === 'precondition-failed' ? say('common.changed') : problem.message}>
            {problem.isOffline ? say('common.unreachable') : problem.detail}
          </Banner>
        )}
        <p>
          <strong>{wordsOf(consent.scope)}</strong>
        </p>
        <div className="stack-small">
          <p>{say('privacy.stops')}</p>
          <ul>
            {say(`privacy.stops-list.${consent.scope.kind}`)
              .split('\n')
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </div>
        <div className="actions">
          <Button
            kind="danger"
            isBusy={command.isRunning}
            isDisabled={!isOnline}
            onClick={() => void command.run({ params: { consent: consent.id }, ifMatch: consent.version })}
          >
            {say('privacy.withdraw-do')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
