import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Dialog, useToast } from '../../ui/index.ts'

/** A key, the one time that it is shown: what is kept of it cannot show it again. */
export function IssuedKey({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  const say = useText()
  const toast = useToast()
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    )
    toast(isCopied ? { text: say('referrals.copied') } : { kind: 'failed', text: say('referrals.not-copied') })
  }
  return (
    <Dialog title={say('keys-of-partners.issued')} isOpen onClose={onClose} size="lg" isFirm>
      <div className="stack">
        <Banner kind="warning" title={say('keys-of-partners.once')}>
          {say('keys-of-partners.once-why')}
        </Banner>
        <code className="issued-key">{value}</code>
        <Actions>
          <Button kind="primary" onClick={() => void copy()}>
            {say('keys-of-partners.copy')}
          </Button>
          <Button onClick={onClose}>{say('keys-of-partners.kept')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
