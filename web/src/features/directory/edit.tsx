import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { createActivity, getActivity, read, updateActivity, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useMe, useToday } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Actions, Button, ButtonLink, Conflict, Form, Loaded, Page, useToast } from '../../ui/index.ts'
import { useCheck } from './check.ts'
import { type Activity, type Draft, draftOf, emptyDraft } from './draft.ts'
import { AboutFields } from './fields/about.tsx'
import { AccessFields } from './fields/access.tsx'
import { CostFields } from './fields/cost.tsx'
import { PeopleFields } from './fields/people.tsx'
import { PlaceFields } from './fields/place.tsx'
import { ScheduleFields } from './fields/schedule.tsx'
import { onTop } from './on-top.ts'
import { bodyOf, changesOf } from './sent.ts'
import { useShown } from './shown.ts'
import './directory.css'

/** A listing to write or to change, English and French side by side. */
export function EditActivity() {
  const say = useText()
  const { activity: id = 'new' } = useParams({ strict: false })
  const activity = useQuery({ ...read(getActivity, { params: { activity: id } }), enabled: id !== 'new' })
  return (
    <Page
      title={say(id === 'new' ? 'directory.add' : 'directory.edit')}
      lead={activity.data && inLocale(activity.data.name, say.locale)}
      actions={
        <ButtonLink to="/directory" kind="quiet">
          {say('directory.back')}
        </ButtonLink>
      }
    >
      {id === 'new' ? (
        <Editor />
      ) : (
        <Loaded query={activity} rows={10}>
          {(found) => <Editor key={id} found={found} />}
        </Loaded>
      )}
    </Page>
  )
}

function Editor({ found }: { readonly found?: Activity }) {
  const say = useText()
  const toast = useToast()
  const today = useToday()
  const isOnline = useOnline()
  const { centre } = useMe()
  const navigate = useNavigate()
  // What this began with: `found` moves on when somebody else changes it.
  const [before, setBefore] = useState(found)
  const [draft, setDraft] = useState<Draft>(() => (found ? draftOf(found, today) : emptyDraft(today)))
  const check = useCheck(draft)
  const queries = useQueryClient()
  const done = ({ id }: { readonly id: string }) => {
    toast({ text: say('common.saved') })
    void navigate({ to: `/activities/${id}` })
  }
  const create = useCommand(createActivity, { onDone: done })
  const update = useCommand(updateActivity, {
    onDone: done,
    onProblem: ({ code }) => {
      if (code === 'precondition-failed') void queries.invalidateQueries({ queryKey: [getActivity.path] })
    },
  })
  const problem = (found ? update : create).problem
  const isConflict = problem?.code === 'precondition-failed'

  // What I typed, and theirs wherever I typed nothing.
  const mine = found && before ? onTop(draft, draftOf(before, today), draftOf(found, today)) : draft
  const differing = useShown(mine, found)

  function submit(typed = draft, base = before) {
    if (!check.isRight()) return
    if (base === undefined) return void create.run({ body: bodyOf(typed, centre.zone) })
    const changes = changesOf(typed, centre.zone, base)
    if (Object.keys(changes).length === 0) return done(base)
    void update.run({ params: { activity: base.id }, ifMatch: base.version, body: changes })
  }

  const fields = { draft, onChange: (change: Partial<Draft>) => setDraft({ ...draft, ...change }) }
  return (
    <>
      <Form onSubmit={() => submit()} problem={problem} isCompared faults={check.faults} label={say('directory.edit')}>
        <AboutFields {...fields} />
        <ScheduleFields {...fields} />
        <PlaceFields {...fields} />
        <CostFields {...fields} />
        <AccessFields {...fields} />
        <PeopleFields {...fields} />
        <Actions>
          <Button type="submit" kind="primary" isBusy={create.isRunning || update.isRunning} isDisabled={!isOnline}>
            {say('common.save')}
          </Button>
          <ButtonLink to={before ? `/activities/${before.id}` : '/directory'}>{say('common.cancel')}</ButtonLink>
        </Actions>
      </Form>
      {found && (
        <Conflict
          isOpen={isConflict && found.version !== before?.version}
          fields={differing}
          onKeepMine={() => {
            setDraft(mine)
            setBefore(found)
            update.reset()
            submit(mine, found)
          }}
          onTakeTheirs={() => {
            setBefore(found)
            setDraft(draftOf(found, today))
            update.reset()
          }}
          onClose={update.reset}
        />
      )}
    </>
  )
}
