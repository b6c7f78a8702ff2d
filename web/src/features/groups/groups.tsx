import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { placesWords, whenWords, whereWords } from '../../../../shared/activities/words.ts'
import { list, localTime } from '../../../../shared/i18n/formats.ts'
import { listActivities, read, readAll, readRoster } from '../../api/index.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { ButtonLink, Empty, Facts, Icon, Loaded, Page, Section } from '../../ui/index.ts'
import { type Activity, byName } from '../activities/activity.ts'
import { SessionTicks } from './session-ticks.tsx'

/** The groups that somebody leads, on their phone: when next, who came, who would like company. */
export function Groups() {
  const say = useText()
  const groups = useQuery(readAll(listActivities, { query: { leader: 'me' } }))
  return (
    <Page title={say('groups.title')}>
      <Loaded query={groups} rows={6}>
        {({ items }) =>
          items.length > 0 ? (
            byName(items, say.locale).map((activity) => <Group key={activity.id} activity={activity} />)
          ) : (
            <Empty
              title={say('groups.empty')}
              icon="people"
              actions={<ButtonLink to="/directory">{say('groups.directory')}</ButtonLink>}
            >
              {say('groups.empty-why')}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  )
}

function Group({ activity }: { readonly activity: Activity }) {
  const say = useText()
  const { id, name, next, schedule } = activity
  return (
    <Section title={<Link to={`/activities/${id}`}>{inLocale(name, say.locale)}</Link>}>
      <div className="stack">
        {next && schedule && (
          <p className="next-session">
            <Icon name="calendar" />{' '}
            {say('groups.next', { when: localTime(`${next.date}T${schedule.start.slice(11)}`, say.locale) })}
          </p>
        )}
        <Facts
          of={[
            [say('activities.when'), whenWords(schedule, say)],
            [say('activities.where'), whereWords(activity, say)],
            [say('activities.places-label'), placesWords(activity, say)],
          ]}
        />
        <Company activity={id} />
        <h3>{say('groups.who-came')}</h3>
        <SessionTicks activity={activity} />
      </div>
    </Section>
  )
}

/** Who would come if somebody came along: a volunteer may offer to. */
function Company({ activity }: { readonly activity: string }) {
  const say = useText()
  const roster = useQuery(read(readRoster, { params: { activity }, query: {} }))
  const asking = (roster.data?.items ?? []).filter(({ companion }) => companion === 'asked')
  if (asking.length === 0) return null
  return (
    <div className="company">
      <h3>{say('groups.company')}</h3>
      <p>
        {say('groups.company-who', {
          names: list(
            asking.map(({ name }) => name),
            say.locale,
          ),
          count: asking.length,
        })}
      </p>
      <p className="hint">{say('groups.company-how')}</p>
    </div>
  )
}
