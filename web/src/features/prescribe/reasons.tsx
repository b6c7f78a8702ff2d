import { codeWord } from '../../../../shared/activities/words.ts'
import { capital } from '../../../../shared/i18n/capital.ts'
import { day, languageName, number } from '../../../../shared/i18n/formats.ts'
import { type Text, useText } from '../../i18n/index.ts'
import { Flag, type IconName } from '../../ui/index.ts'
import type { Match } from './filter.ts'

type Reason = Match['reasons'][number]

const icons: Record<string, IconName> = {
  interest: 'star',
  language: 'check',
  distance: 'pin',
  home: 'pin',
  virtual: 'pin',
  answers: 'check',
  free: 'check',
  places: 'people',
  open: 'people',
  assessment: 'phone',
  waitlist: 'pause',
  stale: 'clock',
}
const warnings = ['waitlist', 'stale', 'assessment']

/** Kilometres from which a distance speaks for nothing. */
const far = 50

/** Why an activity fits this client, and what to know before counting on it. */
export function Reasons({ of, label }: { readonly of: readonly Reason[]; readonly label: string }) {
  const say = useText()
  return (
    <ul className="reasons" aria-label={label}>
      {of.map(({ code, params }) => {
        const [name = ''] = code.split(':')
        return (
          <li key={code}>
            <Flag icon={icons[name] ?? 'check'} tone={toneOf({ code, params })}>
              {reasonWords({ code, params }, say)}
            </Flag>
          </li>
        )
      })}
    </ul>
  )
}

function toneOf({ code, params }: Pick<Reason, 'code' | 'params'>) {
  const [name = ''] = code.split(':')
  if (warnings.includes(name)) return 'warning'
  return name === 'distance' && Number(params.km) > far ? 'neutral' : 'good'
}

/** A reason in a few words: `gardening`, `French`, `1.2 km from home`, `3 places left`. */
function reasonWords({ code, params }: Pick<Reason, 'code' | 'params'>, say: Text): string {
  const [name = ''] = code.split(':')
  switch (name) {
    case 'interest':
      return capital(codeWord(String(params.interest), 'code.interest', say))
    case 'language':
      return capital(languageName(String(params.language), say.locale))
    case 'distance':
      return say(`prescribe.reason.distance.${params.of}`, { km: number(Number(params.km), say.locale) })
    case 'answers':
      return say('prescribe.reason.answers', { barrier: say(`code.barrier.${params.barrier}`) })
    case 'places':
      return say('activities.places.left', { count: Number(params.left) })
    case 'waitlist':
      return say('prescribe.reason.waitlist', { count: Number(params.ahead) })
    case 'stale':
      return say('activities.stale', { date: day(String(params.date), say.locale) })
    default:
      return say(`prescribe.reason.${name}`)
  }
}
