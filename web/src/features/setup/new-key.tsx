import { useState } from 'react'
import { scopeNames } from '../../../../shared/core/permissions.ts'
import { createKey, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, ChecksField, Dialog, Form, SelectField, TextField } from '../../ui/index.ts'
import { scopeWords } from './scope-words.ts'

type Scope = (typeof scopeNames)[number]

const lives = ['90', '365', '730'] as const

/** A key for a partner’s software: what it is for, what it opens, how long. */
export function NewKey({
  partner,
  onIssued,
  onClose,
}: {
  readonly partner: string
  readonly onIssued: (key: string) => void
  readonly onClose: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['prescriptions:read', 'prescriptions:answer'])
  const [days, setDays] = useState<(typeof lives)[number]>('365')
  const [isTried, setTried] = useState(false)
  const command = useCommand(createKey, {
    onDone: ({ key }) => {
      onClose()
      if (key) onIssued(key)
    },
  })

  const isMissing = { name: name.trim() === '', scopes: scopes.length === 0 }
  const faults = (['name', 'scopes'] as const)
    .filter((field) => isMissing[field])
    .map((field) => ({ pointer: `#/${field}`, detail: say(`keys-of-partners.fault.${field}`) }))

  function create() {
    setTried(true)
    if (faults.length > 0) return
    void command.run({ params: { partner }, body: { name: name.trim(), scopes: [...scopes], days: Number(days) } })
  }

  return (
    <Dialog title={say('keys-of-partners.new')} isOpen onClose={onClose} size="lg" isFirm>
      <Form
        onSubmit={create}
        problem={command.problem}
        faults={isTried ? faults : []}
        label={say('keys-of-partners.new')}
      >
        <TextField
          pointer="#/name"
          label={say('keys-of-partners.name')}
          hint={say('keys-of-partners.name-why')}
          maxLength={80}
          value={name}
          onChange={setName}
        />
        <ChecksField
          pointer="#/scopes"
          label={say('keys-of-partners.scopes')}
          choices={scopeNames.map((scope) => ({ value: scope, label: scopeWords(scope, say) }))}
          value={scopes}
          onChange={setScopes}
        />
        <SelectField
          pointer="#/days"
          label={say('keys-of-partners.days')}
          value={days}
          onChange={setDays}
          choices={lives.map((value) => ({ value, label: say('keys-of-partners.in-days', { count: Number(value) }) }))}
        />
        <Actions>
          <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
            {say('keys-of-partners.create')}
          </Button>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
