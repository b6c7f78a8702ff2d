import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moment } from '../../../../shared/i18n/formats.ts'
import { getClientTimeline, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Loaded, Timeline } from '../../ui/index.ts'
import { useStaffNames } from './use-names.ts'

/** Everything that happened with and around somebody, read only when it is asked for. */
export function History({ client }: { readonly client: string }) {
  const say = useText()
  const { zone } = useMe().centre
  const nameOf = useStaffNames()
  const [isOpen, setOpen] = useState(false)
  const events = useQuery({ ...readAll(getClientTimeline, { params: { client } }), enabled: isOpen })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('client.history')}</summary>
      {isOpen && (
        <div className="details-body">
          <Loaded query={events} rows={3}>
            {({ items }) => (
              <Timeline
                label={say('client.history')}
                items={items.map(({ id, type, kind, at, actor }) => ({
                  key: id,
                  title: `${say(`section.${kind}`)} – ${say(`step.${type.slice(type.indexOf('.') + 1)}`)}`,
                  at: `${moment(at, say.locale, zone)} · ${actor.kind === 'person' ? nameOf(actor.id) : say(`word.${actor.kind === 'system' ? 'system' : 'partner'}`)}`,
                }))}
              />
            )}
          </Loaded>
        </div>
      )}
    </details>
  )
}
