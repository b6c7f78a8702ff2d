import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { codeWords } from '../../../../shared/activities/words.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import {
  getActivity,
  listPartners,
  listStaff,
  type Problem,
  read,
  readAll,
  useCommand,
  verifyActivity,
} from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useCan, useMe } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { Banner, Button, ButtonLink, Facts, Loaded, Page, Section, useToast } from '../../ui/index.ts'
import type { Activity } from '../activities/activity.ts'
import { ActivityFacts, Stale } from '../activities/activity-facts.tsx'
import { SessionTicks } from '../groups/session-ticks.tsx'
import { SignpostHere } from '../signposts/signpost-here.tsx'
import { Close } from './close.tsx'
import { sourceWords } from './columns.tsx'
import { AttendanceGrid, WaitingList } from './people.tsx'
import { Sessions } from './sessions.tsx'
import './directory.css'

/** One activity: what it is, when, who comes, who waits, and whether the listing still holds. */
export function ActivityPage() {
  const say = useText()
  const { activity = '' } = useParams({ strict: false })
  const found = useQuery(read(getActivity, { params: { activity } }))
  return (
    <Page
      title={found.data ? inLocale(found.data.name, say.locale) : say('directory.activity')}
      actions={
        <>
          <ButtonLink to="/directory" kind="quiet">
            {say('directory.back')}
          </ButtonLink>
          {found.data && (
            <>
              {found.data.status === 'active' && <SignpostHere activity={activity} />}
              <Steps activity={found.data} />
            </>
          )}
        </>
      }
    >
      <Loaded query={found} rows={8}>
        {(loaded) => <Parts activity={loaded} />}
      </Loaded>
    </Page>
  )
}

/** What may be done with a listing of one's own centre. */
function Steps({ activity: { id, version, owner, status, stale } }: { readonly activity: Activity }) {
  const say = useText()
  const can = useCan()
  const { centre } = useMe()
  const toast = useToast()
  const isOnline = useOnline()
  const verify = useCommand(verifyActivity, {
    onDone: () => toast({ text: say('directory.verified') }),
    onProblem: (problem: Problem) =>
      toast({
        kind: 'failed',
        text: problem.code === 'precondition-failed' ? say('common.changed') : problem.detail,
      }),
  })
  if (!can('activities:write') || owner !== centre.id || status === 'closed') return null
  return (
    <>
      <Button
        kind={stale ? 'primary' : 'secondary'}
        icon="check"
        isBusy={verify.isRunning}
        isDisabled={!isOnline}
        onClick={() => void verify.run({ params: { activity: id }, ifMatch: version })}
      >
        {say('directory.verify')}
      </Button>
      <ButtonLink to={`/activities/${id}/edit`} icon="settings" shortcut="E">
        {say('common.edit')}
      </ButtonLink>
    </>
  )
}

function Parts({ activity }: { readonly activity: Activity }) {
  const say = useText()
  const can = useCan()
  const me = useMe()
  const isLeader = activity.leaders.includes(me.id)
  const seesPeople = can('attendances:record') && (isLeader || can('prescriptions:read'))
  const isOwn = activity.owner === me.centre.id
  return (
    <>
      {activity.status === 'closed' && <Banner kind="warning" title={say('directory.closed')} />}
      <Stale activity={activity} />
      {!isOwn && <Banner title={say('directory.elsewhere')} />}
      <About activity={activity} />
      {activity.schedule && <Sessions activity={activity.id} />}
      {seesPeople && (
        <>
          <Section title={say('groups.who-came')}>
            <SessionTicks activity={activity} />
          </Section>
          {can('attendances:read') && <AttendanceGrid activity={activity.id} />}
          <WaitingList activity={activity.id} />
        </>
      )}
      {can('activities:write') && isOwn && activity.status === 'active' && <Close activity={activity} />}
    </>
  )
}

function About({ activity }: { readonly activity: Activity }) {
  const say = useText()
  const can = useCan()
  const { centre } = useMe()
  const seesColleagues = can('staff:read')
  const partners = useQuery({ ...readAll(listPartners, {}), enabled: can('partners:read') })
  const staff = useQuery({ ...readAll(listStaff, {}), enabled: seesColleagues && activity.leaders.length > 0 })
  const { name, description, leaders, volunteerRoles, tags, visibility } = activity
  const other = say.locale === 'en' ? 'fr' : 'en'
  const source = sourceWords(activity, { partners: partners.data?.items ?? [], centre: centre.id, say })
  return (
    <Section title={say('directory.about')}>
      <div className="stack">
        <p className="pre-line">{inLocale(description, say.locale)}</p>
        <ActivityFacts activity={activity} partner={source} />
        <Facts
          of={[
            [say('activities.kind'), capital(say(`activities.category.${activity.category}`))],
            [say('activities.tags'), codeWords(tags, 'code.interest', say)],
            [say('activities.roles'), volunteerRoles.map((role) => inLocale(role, say.locale)).join(', ')],
            [
              say('activities.leaders'),
              leaders.flatMap((id) => staff.data?.items.find((member) => member.id === id)?.name ?? []).join(', '),
            ],
            [say('directory.visibility'), capital(say(`activities.visibility.${visibility.kind}`))],
          ]}
        />
        <details>
          <summary>{say(`directory.in.${other}`)}</summary>
          <div className="details-body stack-small" lang={`${other}-CA`}>
            <strong>{name[other]}</strong>
            <p className="pre-line">{description[other]}</p>
          </div>
        </details>
      </div>
    </Section>
  )
}
