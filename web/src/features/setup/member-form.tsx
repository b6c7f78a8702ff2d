import { useState } from 'react'
import { capital } from '../../../../shared/i18n/capital.ts'
import { languageName, list } from '../../../../shared/i18n/formats.ts'
import { type Answer, getStaff, read, updateStaff, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Form, TextField, useToast } from '../../ui/index.ts'
import { LanguageField } from './invite.tsx'
import { RolesField, type StaffRole } from './roles-field.tsx'

type Member = Answer<'getStaff'>

/** A colleague’s name, roles and language. */
export function MemberForm({ member, onDone }: { readonly member: Member; readonly onDone: () => void }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [seen, setSeen] = useState(member)
  const [name, setName] = useState(member.name)
  const [roles, setRoles] = useState(member.roles as StaffRole[])
  const [locale, setLocale] = useState(member.locale)
  const command = useCommand(updateStaff, {
    onDone: () => {
      toast({ text: say('common.saved') })
      onDone()
    },
  })
  const theirs = useTheirs(read(getStaff, { params: { staff: member.id } }), command.problem)

  function save(version: number) {
    void command.run({ params: { staff: member.id }, body: { name, roles, locale }, ifMatch: version })
  }

  function take(latest: Member) {
    setSeen(latest)
    setName(latest.name)
    setRoles(latest.roles as StaffRole[])
    setLocale(latest.locale)
    command.reset()
  }

  const words = (held: readonly string[]) =>
    list(
      held.map((role) => say(`role.${role}`)),
      say.locale,
    )
  return (
    <Form onSubmit={() => save(seen.version)} problem={command.problem} isCompared label={say('people.colleague')}>
      <TextField pointer="#/name" label={say('people.name')} value={name} maxLength={120} onChange={setName} />
      <RolesField value={roles} onChange={setRoles} />
      <LanguageField value={locale} onChange={setLocale} />
      <Actions>
        <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
        <Button onClick={onDone}>{say('common.cancel')}</Button>
      </Actions>
      {theirs && (
        <Conflict
          isOpen
          fields={[
            { label: say('people.name'), mine: name, theirs: theirs.name },
            { label: say('people.roles'), mine: words(roles), theirs: words(theirs.roles) },
            {
              label: say('common.language'),
              mine: capital(languageName(locale, say.locale)),
              theirs: capital(languageName(theirs.locale, say.locale)),
            },
          ]}
          onKeepMine={() => save(theirs.version)}
          onTakeTheirs={() => take(theirs)}
          onClose={command.reset}
        />
      )}
    </Form>
  )
}
