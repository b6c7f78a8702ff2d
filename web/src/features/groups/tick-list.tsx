import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, type Problem, read, readRoster, recordAttendances, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Flag, Icon, Loaded, useToast } from '../../ui/index.ts'
import './groups.css'

type Entry = Answer<'readRoster'>['items'][number]
type Result = NonNullable<Entry['result']>

const takingPart = ['accepted', 'in-progress']

/** Who came to one session: a tick shows at once, and ticking again takes it back. */
export function TickList({ activity, date }: { readonly activity: string; readonly date: string }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const roster = useQuery(read(readRoster, { params: { activity }, query: { date } }))
  const record = useCommand(recordAttendances, { onProblem })
  // What was ticked and is on its way: it stands before what the API last said.
  const [sent, setSent] = useState<ReadonlyMap<string, Result>>(new Map())

  function onProblem(problem: Problem) {
    toast({ kind: 'failed', text: `${say('common.not-saved')}. ${problem.detail || say('common.unreachable')}` })
  }

  async function tick(prescription: string, result: Result) {
    setSent((before) => new Map(before).set(prescription, result))
    await record.run({ params: { activity, date }, body: { attendances: [{ prescription, result }] } })
    setSent((before) => new Map([...before].filter(([id, last]) => id !== prescription || last !== result)))
  }

  return (
    <Loaded query={roster} rows={4}>
      {({ items }) => {
        const shown = items.filter(({ status }) => takingPart.includes(status))
        if (shown.length === 0) return <p className="hint">{say('groups.nobody')}</p>
        return (
          <ul className="ticks" aria-label={say('groups.who-came')}>
            {shown.map((entry) => (
              <Tick
                key={entry.prescription}
                entry={{ ...entry, ...resultOf(entry, sent) }}
                isDisabled={!isOnline}
                onTick={(result) => void tick(entry.prescription, result)}
              />
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}

function resultOf({ prescription, result }: Entry, sent: ReadonlyMap<string, Result>): { result?: Result } {
  const now = sent.get(prescription) ?? result
  return now ? { result: now } : {}
}

function Tick({
  entry: { name, result, safeContact, safeContactNote, companion },
  isDisabled,
  onTick,
}: {
  readonly entry: Entry
  readonly isDisabled: boolean
  readonly onTick: (result: Result) => void
}) {
  const say = useText()
  return (
    <li>
      <div className="tick-line">
        <button
          type="button"
          className="tick"
          aria-pressed={result === 'attended'}
          disabled={isDisabled}
          onClick={() => onTick(result === 'attended' ? 'missed' : 'attended')}
        >
          <span className="tick-box">{result === 'attended' && <Icon name="check" size={22} />}</span>
          <span>
            <strong>{name}</strong>
            <span className="hint"> {say(`groups.result.${result ?? 'none'}`)}</span>
          </span>
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={result === 'excused'}
          disabled={isDisabled}
          onClick={() => onTick(result === 'excused' ? 'missed' : 'excused')}
        >
          {say('groups.excused')}
          <span className="visually-hidden"> {name}</span>
        </button>
      </div>
      {companion === 'asked' && <Flag icon="people">{say('groups.wants-company')}</Flag>}
      {safeContact && (
        <Flag icon="shield" tone="warning">
          {safeContactNote ?? say('groups.safe-contact')}
        </Flag>
      )}
    </li>
  )
}
