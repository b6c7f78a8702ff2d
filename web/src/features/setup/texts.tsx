import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, getCentre, read, updateSettings, useCommand } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Form, Loaded, Page, useToast } from '../../ui/index.ts'
import { type Both, BothLanguages, bothFaults, bothOrNone, neither } from './both-languages.tsx'
import './setup.css'
import { useTheirs } from '../../app/use-theirs.ts'

type Centre = Answer<'getCentre'>

const names = ['consentToShare', 'consentToMessages', 'consentToEvaluation', 'whatNext'] as const
const most = { consentToShare: 2000, consentToMessages: 2000, consentToEvaluation: 2000, whatNext: 600 }
type Texts = Record<(typeof names)[number], Both>

/** What the centre says to its clients in its own words, in both languages side by side. */
export function Texts() {
  const say = useText()
  const centre = useQuery(read(getCentre, {}))
  return (
    <Page title={say('nav.texts')} lead={say('texts.lead')}>
      <Loaded query={centre} rows={8}>
        {(found) => <TextsForm centre={found} />}
      </Loaded>
    </Page>
  )
}

function TextsForm({ centre }: { readonly centre: Centre }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [version, setVersion] = useState(centre.version)
  const [texts, setTexts] = useState(() => textsOf(centre))
  const [isTried, setTried] = useState(false)
  const command = useCommand(updateSettings, {
    onDone: (saved) => {
      setVersion(saved.version)
      toast({ text: say('common.saved') })
    },
  })
  const theirs = useTheirs(read(getCentre, {}), command.problem)

  const found = names.flatMap((name) => bothFaults(`#/texts/${name}`, say(`texts.${name}`), texts[name], say))

  function save(seen: number) {
    setTried(true)
    if (found.length > 0) return
    const body = Object.fromEntries(names.map((name) => [name, bothOrNone(texts[name])]))
    void command.run({ body: { texts: body }, ifMatch: seen })
  }

  function take(latest: Centre) {
    setVersion(latest.version)
    setTexts(textsOf(latest))
    command.reset()
  }

  return (
    <Form
      onSubmit={() => save(version)}
      problem={command.problem}
      isCompared
      faults={isTried ? found : []}
      label={say('nav.texts')}
    >
      {names.map((name) => (
        <div key={name} className="card">
          <BothLanguages
            pointer={`#/texts/${name}`}
            label={say(`texts.${name}`)}
            hint={say(`texts.${name}-why`)}
            value={texts[name]}
            maxLength={most[name]}
            onChange={(value) => setTexts({ ...texts, [name]: value })}
          />
        </div>
      ))}
      <Actions>
        <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
      </Actions>
      {theirs && (
        <Conflict
          isOpen
          fields={differences(texts, textsOf(theirs)).map((name) => ({
            label: say(`texts.${name}`),
            mine: <InBoth of={texts[name]} />,
            theirs: <InBoth of={textsOf(theirs)[name]} />,
          }))}
          onKeepMine={() => save(theirs.version)}
          onTakeTheirs={() => take(theirs)}
          onClose={command.reset}
        />
      )}
    </Form>
  )
}

function InBoth({ of }: { readonly of: Both }) {
  return (
    <div className="stack-small">
      <p lang="en-CA">{of.en || '–'}</p>
      <p lang="fr-CA">{of.fr || '–'}</p>
    </div>
  )
}

function textsOf({ settings: { texts = {} } }: Centre): Texts {
  return Object.fromEntries(names.map((name) => [name, texts[name] ?? neither])) as Texts
}

function differences(mine: Texts, theirs: Texts): (typeof names)[number][] {
  return names.filter((name) => mine[name].en !== theirs[name].en || mine[name].fr !== theirs[name].fr)
}
