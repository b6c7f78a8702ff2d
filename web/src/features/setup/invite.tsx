import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName } from '../../../../shared/i18n/formats.ts'
import { inviteColleague, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, ChipsField, Dialog, Form, TextField, useToast } from '../../ui/index.ts'
import { RolesField, type StaffRole } from './roles-field.tsx'

/** Invites a colleague: they find a letter in their mail, and sign in. */
export function Invite({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useText()
  return (
    <Dialog title={say('people.invite')} isOpen={isOpen} onClose={onClose} size="lg" isFirm>
      <InviteForm onDone={onClose} />
    </Dialog>
  )
}

function InviteForm({ onDone }: { readonly onDone: () => void }) {
  const say = useText()
  const toast = useToast()
  const { centre } = useMe()
  const isOnline = useOnline()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<StaffRole[]>([])
  const [locale, setLocale] = useState(centre.locale)
  const [isTried, setTried] = useState(false)
  const command = useCommand(inviteColleague, {
    onDone: () => {
      toast({ text: say('people.invited') })
      onDone()
    },
  })

  const isMissing = { name: name.trim() === '', email: !email.includes('@'), roles: roles.length === 0 }
  const faults = (['name', 'email', 'roles'] as const)
    .filter((field) => isMissing[field])
    .map((field) => ({ pointer: `#/${field}`, detail: say(`people.fault.${field}`) }))

  function send() {
    setTried(true)
    if (faults.length === 0) void command.run({ body: { name, email: email.trim(), roles, locale } })
  }

  return (
    <Form onSubmit={send} problem={command.problem} faults={isTried ? faults : []} label={say('people.invite')}>
      <p className="hint">{say('people.invite-why')}</p>
      <TextField pointer="#/name" label={say('people.name')} value={name} maxLength={120} onChange={setName} />
      <TextField
        pointer="#/email"
        type="email"
        label={say('people.email')}
        hint={say('people.email-why')}
        value={email}
        maxLength={200}
        onChange={setEmail}
      />
      <RolesField value={roles} onChange={setRoles} />
      <LanguageField value={locale} onChange={setLocale} />
      <Actions>
        <Button type="submit" kind="primary" icon="mail" isBusy={command.isRunning} isDisabled={!isOnline}>
          {say('people.send')}
        </Button>
        <Button onClick={onDone}>{say('common.cancel')}</Button>
      </Actions>
    </Form>
  )
}

/** The language that somebody is written to in. */
export function LanguageField({
  value,
  onChange,
}: {
  readonly value: 'en' | 'fr'
  readonly onChange: (locale: 'en' | 'fr') => void
}) {
  const say = useText()
  return (
    <ChipsField
      pointer="#/locale"
      label={say('common.language')}
      isSingle
      value={[value]}
      onChange={([picked = value]) => onChange(picked)}
      choices={(['en', 'fr'] as const).map((code) => ({
        value: code,
        label: capital(languageName(code, say.locale)),
      }))}
    />
  )
}
