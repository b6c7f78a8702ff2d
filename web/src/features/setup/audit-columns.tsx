import { useQuery } from '@tanstack/react-query'
import { list, moment, time } from '../../../../shared/i18n/formats.ts'
import { type Answer, listPartners, readAll } from '../../api/index.ts'
import { useMe } from '../../app/session.tsx'
import { inLocale, useText } from '../../i18n/index.ts'
import { type Column, Flag } from '../../ui/index.ts'
import { useColleagues } from './use-colleagues.ts'

type Entry = Answer<'listAudit'>['items'][number]

/** An entry in words. */
export interface AuditRow extends Entry {
  readonly who: string
  readonly roles: string
  readonly what: string
}

/** What somebody did in one way within a minute, and of which records. */
export interface AuditLine extends AuditRow {
  readonly clients: readonly string[]
}

/** Rows that say the same but for the record, put together: a list that somebody opened is one line. */
export function linesOf(rows: readonly AuditRow[]): AuditLine[] {
  const alike = Map.groupBy(rows, ({ at, actor, what }) => `${at.slice(0, 16)} ${actor.id} ${what}`)
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, clients: [...new Set(group.flatMap(({ client = [] }) => client))] }] : []
  })
}

/** How entries are put in words: who by name, what by kind of information. */
export function useAuditRows(): (entry: Entry) => AuditRow {
  const say = useText()
  const partners = useQuery(readAll(listPartners, {}))
  const names = new Map([
    ...useColleagues().map(({ id, name }) => [id, name] as const),
    ...(partners.data?.items ?? []).map(({ id, name }) => [id, inLocale(name, say.locale)] as const),
  ])
  return (entry) => {
    const { actor, access, information } = entry
    const words = list(
      information.map((kind) => say(`audit.kind.${kind}`)),
      say.locale,
    )
    const did = say(`audit.access.${access}`)
    return {
      ...entry,
      who: actor.kind === 'system' ? say('audit.system') : (names.get(actor.partner ?? actor.id) ?? say('audit.gone')),
      roles: actor.roles.map((role) => say(actor.kind === 'partner' ? 'audit.partner' : `role.${role}`)).join(', '),
      what: words === '' ? did : say('audit.did', { did, words }),
    }
  }
}

/** What a row tells: when, who, what, and of which record. */
export function useAuditColumns(isOneDay: boolean, onClient: (client: string) => void): readonly Column<AuditLine>[] {
  const say = useText()
  const { centre } = useMe()
  return [
    {
      key: 'at',
      label: say('field.at'),
      cell: ({ at }) => (
        <span className="nowrap">
          {isOneDay ? time(new Date(at), say.locale, centre.zone) : moment(at, say.locale, centre.zone)}
        </span>
      ),
    },
    {
      key: 'who',
      label: say('audit.who'),
      cell: ({ who, roles }) => (
        <>
          {who}
          {roles && <span className="hint"> {roles}</span>}
        </>
      ),
    },
    {
      key: 'what',
      label: say('audit.what'),
      cell: ({ what, access }) =>
        access === 'refused' ? (
          <Flag icon="stop" tone="danger">
            {what}
          </Flag>
        ) : (
          what
        ),
    },
    {
      key: 'client',
      label: say('audit.about'),
      cell: ({ clients }) =>
        clients.length > 0 && (
          <span className="row">
            {clients.map((client) => (
              <button key={client} type="button" className="name-button" onClick={() => onClient(client)}>
                {say('audit.of', { code: client.slice(-6) })}
              </button>
            ))}
          </span>
        ),
    },
  ]
}
