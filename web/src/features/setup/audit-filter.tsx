import type { Input } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import { SelectField, TextField } from '../../ui/index.ts'
import { useColleagues } from './use-colleagues.ts'

export const views = ['day', 'actor', 'client'] as const

/** What the log is asked by, one way at a time; what was chosen for the others is kept. */
export interface Asked {
  readonly by: (typeof views)[number]
  readonly day: string
  readonly actor: string
  readonly client: string
}

const recordNumber = /^client_[0-9A-HJKMNP-TV-Z]{26}$/

/** The question to the API, once there is enough for one. */
export function queryOf({ by, day, actor, client }: Asked): Input<'listAudit'>['query'] | undefined {
  if (by === 'day') return day ? { day } : undefined
  if (by === 'actor') return actor ? { actor } : undefined
  return recordNumber.test(client) ? { client } : undefined
}

/** Which day, which colleague, or which record. */
export function AuditFilter({
  asked: { by, day, actor, client },
  today,
  onChange,
}: {
  readonly asked: Asked
  readonly today: string
  readonly onChange: (changed: Partial<Asked>) => void
}) {
  const say = useText()
  const colleagues = useColleagues()
  if (by === 'day') {
    return (
      <TextField
        pointer="#/day"
        type="date"
        width="short"
        label={say('audit.day')}
        max={today}
        value={day}
        onChange={(picked) => onChange({ day: picked })}
      />
    )
  }
  if (by === 'actor') {
    return (
      <SelectField
        pointer="#/actor"
        label={say('audit.colleague')}
        value={actor}
        onChange={(picked) => onChange({ actor: picked })}
        choices={[
          { value: '', label: say('audit.choose.actor') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    )
  }
  return (
    <TextField
      pointer="#/client"
      width="medium"
      label={say('audit.record')}
      hint={say('audit.record-why')}
      maxLength={60}
      value={client}
      onChange={(typed) => onChange({ client: typed.trim() })}
    />
  )
}
