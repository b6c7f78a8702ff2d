import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Fault,
  getCentre,
  listInstruments,
  listStaff,
  read,
  readAll,
  updateSettings,
  useCommand,
} from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useTheirs } from '../../app/use-theirs.ts'
import { inLocale, useText } from '../../i18n/index.ts'
import { Actions, Button, Conflict, Form, Section, SelectField, TextField, useToast } from '../../ui/index.ts'
import { BothLanguages, bothFaults } from './both-languages.tsx'
import { MeasuresField } from './measures-field.tsx'
import {
  bodyOf,
  type Centre,
  most,
  mostOnPaper,
  numbers,
  onPaper,
  type Typed,
  typedOf,
  wrongNumbers,
} from './settings.ts'

/** What a centre decides for itself; nothing holds until it is saved. */
export function SettingsForm({ centre }: { readonly centre: Centre }) {
  const say = useText()
  const toast = useToast()
  const isOnline = useOnline()
  const [version, setVersion] = useState(centre.version)
  const [typed, setTyped] = useState(() => typedOf(centre))
  const [isTried, setTried] = useState(false)
  const staff = useQuery(readAll(listStaff, { query: { status: 'active' } }))
  const instruments = useQuery(read(listInstruments, { query: { all: 'true' } }))
  const command = useCommand(updateSettings, {
    onDone: (saved) => {
      setVersion(saved.version)
      toast({ text: say('common.saved') })
    },
  })
  const theirs = useTheirs(read(getCentre, {}), command.problem)
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed })
  const members = staff.data?.items ?? []
  const officers = ['', ...members.map(({ id }) => id), typed.privacyOfficer]
    .filter((id, index, all) => all.indexOf(id) === index)
    .map((value) => ({ value, label: nameOf(value) }))

  const found: readonly Fault[] = [
    ...wrongNumbers(typed).map((name) => ({
      pointer: `#/${name}`,
      detail: say('centre.needs-number', { field: say(`centre.${name}`), most: most[name] }),
    })),
    ...onPaper.flatMap((name) => bothFaults(`#/texts/${name}`, say(`centre.${name}`), typed[name], say)),
  ]

  function save(seen: number) {
    setTried(true)
    if (found.length === 0) void command.run({ body: bodyOf(typed), ifMatch: seen })
  }

  function take(latest: Centre) {
    setVersion(latest.version)
    setTyped(typedOf(latest))
    command.reset()
  }

  /** A setting as it is shown beside somebody else’s. */
  function words(of: Typed, name: keyof Typed): string {
    if (name === 'printHeader' || name === 'printNavigator') return `${of[name].en} / ${of[name].fr}`
    if (name === 'privacyOfficer') return nameOf(of.privacyOfficer)
    if (name !== 'measures') return of[name]
    const titles = instruments.data?.items.filter(({ id }) => of.measures.includes(id)) ?? []
    return titles.map(({ title }) => inLocale(title, say.locale)).join(', ')
  }

  function nameOf(id: string): string {
    if (id === '') return say('centre.nobody')
    return staff.data?.items.find((member) => member.id === id)?.name ?? say('audit.gone')
  }

  return (
    <Form
      onSubmit={() => save(version)}
      problem={command.problem}
      isCompared
      faults={isTried ? found : []}
      label={say('centre.title')}
    >
      <Section title={say('centre.clock')}>
        <div className="grid-3 numbers">
          {numbers.map((name) => (
            <TextField
              key={name}
              pointer={`#/${name}`}
              type="number"
              inputMode="numeric"
              min={1}
              max={most[name]}
              label={say(`centre.${name}`)}
              hint={say(`centre.${name}-why`)}
              value={typed[name]}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
        </div>
      </Section>
      <Section title={say('centre.measures')}>
        <MeasuresField instruments={instruments} value={typed.measures} onChange={(measures) => change({ measures })} />
      </Section>
      <Section title={say('centre.privacyOfficer')}>
        <SelectField
          pointer="#/privacyOfficer"
          width="full"
          label={say('centre.privacyOfficer-who')}
          hint={say('centre.privacyOfficer-why')}
          value={typed.privacyOfficer}
          onChange={(privacyOfficer) => change({ privacyOfficer })}
          choices={officers}
        />
      </Section>
      <Section title={say('centre.paper')}>
        {onPaper.map((name) => (
          <BothLanguages
            key={name}
            pointer={`#/texts/${name}`}
            label={say(`centre.${name}`)}
            hint={say(`centre.${name}-why`)}
            isLine
            maxLength={mostOnPaper[name]}
            value={typed[name]}
            onChange={(words) => change({ [name]: words })}
          />
        ))}
      </Section>
      <Actions>
        <Button type="submit" kind="primary" isBusy={command.isRunning} isDisabled={!isOnline}>
          {say('common.save')}
        </Button>
      </Actions>
      {theirs && (
        <Conflict
          isOpen
          fields={differences(typed, typedOf(theirs)).map((name) => ({
            label: say(`centre.${name}`),
            mine: words(typed, name),
            theirs: words(typedOf(theirs), name),
          }))}
          onKeepMine={() => save(theirs.version)}
          onTakeTheirs={() => take(theirs)}
          onClose={command.reset}
        />
      )}
    </Form>
  )
}

function differences(mine: Typed, theirs: Typed): (keyof Typed)[] {
  const names = Object.keys(mine) as (keyof Typed)[]
  return names.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
}
