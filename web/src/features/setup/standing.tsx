import { type Answer, deactivateStaff, inviteColleague, reactivateStaff, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Banner, Button, useToast } from '../../ui/index.ts'
import type { StaffRole } from './roles-field.tsx'

/** Whether they may come in: closed and opened again, each taken back by the other. */
export function Standing({ member, onDone }: { readonly member: Answer<'getStaff'>; readonly onDone: () => void }) {
  const say = useText()
  const toast = useToast()
  const me = useMe()
  const isOnline = useOnline()
  const done = (text: string) => ({
    onDone: () => {
      toast({ text: say(text) })
      onDone()
    },
  })
  const deactivate = useCommand(deactivateStaff, done('people.deactivated'))
  const reactivate = useCommand(reactivateStaff, done('people.reactivated'))
  const again = useCommand(inviteColleague, done('people.invited'))
  const { id, version, status, name, email, locale } = member
  const roles = member.roles as StaffRole[]
  const step = { params: { staff: id }, ifMatch: version }
  const problem = deactivate.problem ?? reactivate.problem ?? again.problem
  const isBusy = deactivate.isRunning || reactivate.isRunning || again.isRunning
  return (
    <>
      {problem && (
        <Banner kind="error" title={problem.code === 'precondition-failed' ? say('common.changed') : problem.message}>
          {problem.code !== 'precondition-failed' && problem.detail}
        </Banner>
      )}
      <div className="row">
        {status === 'invited' && (
          <Button
            icon="mail"
            isBusy={isBusy}
            isDisabled={!isOnline}
            onClick={() => void again.run({ body: { name, email, roles, locale } })}
          >
            {say('people.again')}
          </Button>
        )}
        {status === 'deactivated' ? (
          <Button icon="undo" isBusy={isBusy} isDisabled={!isOnline} onClick={() => void reactivate.run(step)}>
            {say('people.reactivate')}
          </Button>
        ) : (
          id !== me.id && (
            <Button
              kind="danger"
              icon="close"
              isBusy={isBusy}
              isDisabled={!isOnline}
              onClick={() => void deactivate.run(step)}
            >
              {say('people.deactivate')}
            </Button>
          )
        )}
      </div>
      <p className="hint">{say(`people.standing.${status}`)}</p>
    </>
  )
}
