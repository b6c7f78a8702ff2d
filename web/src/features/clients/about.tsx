import { capital } from '../../../../shared/i18n/capital.ts'
import { useText } from '../../i18n/index.ts'
import { Banner, Card, Section } from '../../ui/index.ts'
import { ContactPoints } from '../contacts/contact-points.tsx'
import { useInterestWords } from './interests.ts'
import type { Client } from './person.ts'

/** What somebody brings, what stands in the way, and how they are reached. */
export function About({ client }: { readonly client: Client }) {
  const say = useText()
  const wordsOf = useInterestWords()
  const { interests, talents, barriers } = client
  return (
    <Section id="strengths" title={say('client.section.strengths')}>
      {client.doNotContact && (
        <Banner kind="error" title={say('today.flag.do-not-contact')}>
          {say('client.do-not-contact-why')}
        </Banner>
      )}
      <div className="grid-3">
        <Card title={say('client.reach')}>
          <ContactPoints client={client} />
          {client.town && <p className="hint">{say('client.lives-in', { town: client.town })}</p>}
        </Card>
        <Card title={say('client.strengths')}>
          <Words label={say('field.interests')} words={interests.map(wordsOf)} none={say('client.no-interests')} />
          <Words label={say('field.talents')} words={talents} none={say('client.no-talents')} />
        </Card>
        <Card title={say('field.barriers')}>
          {barriers.length === 0 ? (
            <p className="hint">{say('client.no-barriers')}</p>
          ) : (
            <ul className="plain-list">
              {barriers.map(({ code, words }) => (
                <li key={code}>
                  {capital(say(`code.barrier.${code}`))}
                  {words && <p className="hint pre-line">{words}</p>}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </Section>
  )
}

function Words({
  label,
  words,
  none,
}: {
  readonly label: string
  readonly words: readonly string[]
  readonly none: string
}) {
  return (
    <div className="stack-small">
      <h4 className="hint">{label}</h4>
      {words.length === 0 ? (
        <p className="hint">{none}</p>
      ) : (
        <ul className="words">
          {words.map((word) => (
            <li key={word}>{capital(word)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
