import { useState } from 'react'
import { hasRoom } from '../../../../shared/activities/words.ts'
import type { Answer } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Form, Panel, RadioField, TextArea } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'
import { ActivityFacts, Stale } from '../activities/activity-facts.tsx'
import { ConsentField, type How } from './consent.tsx'
import { Done, Refused } from './result.tsx'
import { choicesOf, type Supports, SupportsField, startingWith, supportsOf } from './supports.tsx'
import { usePrescribe } from './use-prescribe.ts'
import { useUndo } from './use-undo.ts'

interface PlanProps {
  readonly client: Answer<'getClient'>
  readonly referral: string
  readonly activity: Activity
  /** Who runs it and answers, where that is not the centre. */
  readonly partner: string | undefined
  /** That partner may be told: the client agreed before. */
  readonly isShared: boolean
  /** What is on the plan of the same activity. */
  readonly planned: readonly Answer<'getPrescription'>[]
  readonly onClose: () => void
}

/** One activity for one client: what to know, what makes it possible, and the one click that prescribes it. */
export function Plan({ client, referral, activity, partner, isShared, planned, onClose }: PlanProps) {
  const say = useText()
  const isOnline = useOnline()
  const { prescribe, outcome, isRunning, forget } = usePrescribe({ client: client.id, referral })
  const tell = useUndo(forget)
  const proposed = planned.find(({ status }) => status === 'proposed')
  const [before] = useState(proposed?.id)
  const barriers = client.barriers.map(({ code }) => code)
  const [supports, setSupports] = useState<Supports>(() => startingWith(proposed?.supports, barriers, activity))
  const [role, setRole] = useState('')
  const [note, setNote] = useState(proposed?.noteToPartner ?? '')
  const [how, setHow] = useState<How | ''>('')
  const [isTried, setTried] = useState(false)
  const name = inLocale(activity.name, say.locale)
  const needsConsent = activity.partner !== undefined && !isShared
  const isFull = !hasRoom(activity)
  const isUnasked = needsConsent && how === ''
  const missing = [{ pointer: '#/consent', detail: say('prescribe.consent-needed') }]

  async function submit(waitlist = isFull) {
    setTried(true)
    if (isUnasked) return
    const volunteerRole = activity.volunteerRoles[Number(role)]
    const { prescription, problem } = await prescribe({
      activity: activity.id,
      details: {
        supports: supportsOf(supports, barriers),
        ...(role !== '' && volunteerRole && { volunteerRole }),
        ...(note.trim() && { noteToPartner: note.trim() }),
      },
      waitlist,
      proposed,
      ...(needsConsent &&
        activity.partner &&
        how !== '' && { consent: { scope: { kind: 'share', partner: activity.partner }, how } }),
    })
    // What was on the plan before was somebody's choice before: one click does not take that off.
    if (prescription && !problem && prescription.id !== before) tell(prescription)
  }

  if (outcome?.prescription && outcome.problem === undefined) {
    return (
      <Panel title={name} onClose={onClose} key="done">
        <Done outcome={outcome} activity={activity} partner={partner} client={client.id} onClose={onClose} />
      </Panel>
    )
  }
  return (
    <Panel title={name} onClose={onClose}>
      <Form
        onSubmit={() => void submit()}
        faults={isTried && isUnasked ? missing : []}
        isHeldUp={outcome?.problem !== undefined}
        label={name}
      >
        {outcome && <Refused outcome={outcome} isBusy={isRunning} onWait={() => void submit(true)} />}
        {!isRunning && proposed === undefined && <Again planned={planned} />}
        <Stale activity={activity} />
        {needsConsent && (
          <ConsentField
            label={say('prescribe.consent', { partner: partner ?? say('activities.a-partner') })}
            hint={say('prescribe.consent-why')}
            asks="consentToShare"
            locale={client.locale}
            value={how}
            onChange={setHow}
          />
        )}
        <p>{inLocale(activity.description, say.locale)}</p>
        <ActivityFacts activity={activity} partner={partner} />
        {activity.volunteerRoles.length > 0 && (
          <RadioField
            pointer="#/volunteerRole"
            label={say('prescribe.comes')}
            value={role}
            onChange={setRole}
            choices={[
              { value: '', label: say('prescribe.takes-part') },
              ...activity.volunteerRoles.map((each, index) => ({
                value: String(index),
                label: say('prescribe.gives', { role: inLocale(each, say.locale) }),
              })),
            ]}
          />
        )}
        <SupportsField choices={choicesOf(barriers, activity)} value={supports} onChange={setSupports} />
        {activity.partner && (
          <TextArea
            pointer="#/noteToPartner"
            label={say('prescribe.note')}
            hint={say('prescribe.note-why')}
            isOptional
            value={note}
            maxLength={500}
            onChange={setNote}
          />
        )}
        <div className="plan-actions">
          <Actions>
            <Button type="submit" kind="primary" icon="check" isBusy={isRunning} isDisabled={!isOnline}>
              {say(isFull ? 'prescribe.wait' : 'prescribe.prescribe')}
            </Button>
            <Button onClick={onClose}>{say('common.cancel')}</Button>
          </Actions>
        </div>
      </Form>
    </Panel>
  )
}

/** That the same was prescribed before: once more is a second one, which may be meant. */
function Again({ planned: [prescription] }: Pick<PlanProps, 'planned'>) {
  const say = useText()
  if (prescription === undefined) return null
  return (
    <Banner kind="warning" title={say('prescribe.planned', { status: say(`status.${prescription.status}`) })}>
      {say('prescribe.again')}
    </Banner>
  )
}
