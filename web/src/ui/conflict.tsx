import type { ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** Two people changed the same thing at once: both versions of what differs side by side, and the choice between them. */
export function Conflict({
  isOpen,
  fields,
  onKeepMine,
  onTakeTheirs,
  onClose,
}: {
  readonly isOpen: boolean
  /** What may differ: its label, what I typed, what is there now. */
  readonly fields: readonly { readonly label: string; readonly mine: ReactNode; readonly theirs: ReactNode }[]
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
  readonly onClose: () => void
}) {
  const say = useText()
  const differing = fields.filter(({ mine, theirs }) => (mine || '') !== (theirs || ''))
  return (
    <Dialog title={say('common.conflict')} isOpen={isOpen} onClose={onClose} size="lg" isFirm>
      <p>{say('common.conflict-why')}</p>
      {differing.length > 0 && (
        <table className="table">
          <caption className="visually-hidden">{say('common.conflict')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('common.field')}</th>
              <th scope="col">{say('common.mine')}</th>
              <th scope="col">{say('common.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row" data-label={say('common.field')}>
                  {label}
                </th>
                <td data-label={say('common.mine')}>{mine || say('common.none')}</td>
                <td data-label={say('common.theirs')}>{theirs || say('common.none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="actions">
        <Button kind="primary" onClick={onKeepMine}>
          {say('common.keep-mine')}
        </Button>
        <Button onClick={onTakeTheirs}>{say('common.take-theirs')}</Button>
      </div>
    </Dialog>
  )
}
