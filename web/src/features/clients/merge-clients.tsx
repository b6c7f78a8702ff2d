import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { day, dayOf } from '../../../../shared/i18n/formats.ts'
import { getClient, mergeClients, read } from '../../api/index.ts'
import { useOnline } from '../../app/online.ts'
import { useMe } from '../../app/session.tsx'
import { useText } from '../../i18n/index.ts'
import { Actions, Banner, Button, Dialog, Form, Loaded, RadioField } from '../../ui/index.ts'
import { type Client, shownName } from './person.ts'
import { useAct } from './use-act.ts'

/** Two records of one person become one. It cannot be undone, so both are looked at side by side first. */
export function MergeClients({
  ids: [one, other],
  onClose,
  onDone,
}: {
  readonly ids: readonly [string, string]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const say = useText()
  const first = useQuery(read(getClient, { params: { client: one } }))
  const second = useQuery(read(getClient, { params: { client: other } }))
  return (
    <Dialog title={say('find.merge')} isOpen onClose={onClose} isFirm size="xl">
      <Loaded query={first}>
        {(a) => <Loaded query={second}>{(b) => <Choice both={[a, b]} onClose={onClose} onDone={onDone} />}</Loaded>}
      </Loaded>
    </Dialog>
  )
}

function Choice({
  both,
  onClose,
  onDone,
}: {
  readonly both: readonly [Client, Client]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const say = useText()
  const isOnline = useOnline()
  const navigate = useNavigate()
  const { zone } = useMe().centre
  const [kept, setKept] = useState('')
  const [isTried, setTried] = useState(false)
  const survivor = both.find(({ id }) => id === kept)
  const gone = both.find(({ id }) => id !== kept)
  const [born, alsoBorn] = both.map(({ birthDate }) => birthDate)
  const merge = useAct(
    mergeClients,
    say('find.merged'),
    () => {
      onDone()
      void navigate({ to: `/clients/${kept}` })
    },
    () => {},
  )
  const rows: readonly (readonly [string, (client: Client) => string | undefined])[] = [
    ['field.names', ({ names }) => `${names.given} ${names.family}`],
    ['client.name.preferred', ({ names }) => names.preferred],
    ['field.birthDate', ({ birthDate }) => birthDate && day(birthDate, say.locale)],
    ['field.chartNumber', ({ chartNumber }) => chartNumber],
    ['field.contactPoints', ({ contactPoints }) => contactPoints.map(({ value }) => value).join(', ')],
    ['field.town', ({ town }) => town],
    ['field.createdAt', ({ createdAt }) => day(dayOf(createdAt, zone), say.locale)],
  ]
  function submit() {
    setTried(true)
    if (survivor === undefined || gone === undefined) return
    void merge.run({ params: { client: survivor.id }, body: { from: gone.id }, ifMatch: survivor.version })
  }

  return (
    <Form
      label={say('find.merge')}
      problem={merge.problem}
      faults={isTried && kept === '' ? [{ pointer: '#/keep', detail: say('find.keep-needed') }] : []}
      onSubmit={submit}
    >
      {born && alsoBorn && born !== alsoBorn && <Banner kind="warning" title={say('find.birth-differs')} />}
      <table className="table">
        <caption className="visually-hidden">{say('find.merge')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('common.field')}</th>
            <th scope="col">{say('find.first')}</th>
            <th scope="col">{say('find.second')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, of]) => (
            <tr key={key}>
              <th scope="row" data-label={say('common.field')}>
                {key === 'field.contactPoints' ? say('client.reach') : say(key)}
              </th>
              <td data-label={say('find.first')}>{of(both[0]) || '–'}</td>
              <td data-label={say('find.second')}>{of(both[1]) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RadioField
        pointer="#/keep"
        label={say('find.keep')}
        hint={say('find.keep-why')}
        value={kept}
        onChange={setKept}
        choices={both.map((client, index) => ({
          value: client.id,
          label: say(index === 0 ? 'find.first-of' : 'find.second-of', {
            name: shownName(client),
            number: client.chartNumber ?? '–',
          }),
        }))}
      />
      <Banner kind="warning" title={say('find.merge-why')} />
      <Actions>
        <Button type="submit" kind="danger" isBusy={merge.isRunning} isDisabled={!isOnline}>
          {say('find.merge-do')}
        </Button>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
      </Actions>
    </Form>
  )
}
