import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, listStaff, readAll } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Dialog, Form, Loaded, SelectField } from '../../ui/index.ts'
import { useAssign } from './use-referral-step.ts'

/** Gives a referral to a colleague, with what belongs to it. */
export function Assign({
  referral,
  onClose,
}: {
  readonly referral: Answer<'getReferral'>
  readonly onClose: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const staff = useQuery(readAll(listStaff, { query: { status: 'active' } }))
  const [picked, setPicked] = useState('')
  const assign = useAssign()

  function submit() {
    onClose()
    const { id, version } = referral
    void assign.run({ params: { referral: id }, body: { navigator: picked }, ifMatch: version })
  }

  return (
    <Dialog title={say('care.assign')} isOpen onClose={onClose} isFirm>
      <Loaded query={staff} rows={1}>
        {({ items }) => (
          <Form label={say('care.assign')} onSubmit={submit}>
            <SelectField
              pointer="#/navigator"
              label={say('field.navigator')}
              value={picked}
              onChange={setPicked}
              choices={[
                { value: '', label: say('client.choose') },
                ...items
                  .filter(({ id, roles }) => roles.includes('navigator') && id !== referral.navigator)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Actions>
              <Button type="submit" kind="primary" isDisabled={!isOnline || picked === ''}>
                {say('intake.assign-now')}
              </Button>
              <Button onClick={onClose}>{say('common.cancel')}</Button>
            </Actions>
          </Form>
        )}
      </Loaded>
    </Dialog>
  )
}
