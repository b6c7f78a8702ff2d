import { type ReactNode, useState } from 'react'
import { Problem } from '../api/index.ts'
import { Language } from '../app/language.tsx'
import { useText } from '../i18n/index.ts'
import {
  Actions,
  Banner,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  ChecksField,
  ChipsField,
  Conflict,
  Dialog,
  Empty,
  Facts,
  Figure,
  Flag,
  Form,
  Icon,
  IconButton,
  Incomplete,
  Leaving,
  LoadError,
  Loading,
  Menu,
  Page,
  Palette,
  Panel,
  Progress,
  RadioField,
  Section,
  SelectField,
  Status,
  Switch,
  Table,
  Tabs,
  TextArea,
  TextField,
  Timeline,
  useToast,
} from '../ui/index.ts'

const statuses = [
  'proposed',
  'requested',
  'accepted',
  'in-progress',
  'on-hold',
  'completed',
  'rejected',
  'cancelled',
  'failed',
]
const refused = new Problem(500, {
  title: 'Internal',
  detail: 'Something went wrong here.',
  instance: 'urn:rx-community:request:request_01JD3Y6Q5V',
})

/** Every component of the kit in every state: where a new pattern is looked at before a screen uses it. */
export function Gallery() {
  const say = useText()
  return (
    <main className="main">
      <Language />
      <Page title={say('gallery.title')} lead={say('gallery.lead')}>
        <Buttons />
        <Fields />
        <Words />
        <States />
        <Lists />
        <Leaving isOver={false}>
          <Overlays />
        </Leaving>
      </Page>
    </main>
  )
}

function Buttons() {
  const say = useText()
  const label = say('common.save')
  return (
    <Shelf name="buttons">
      {(['primary', 'secondary', 'quiet', 'danger'] as const).map((kind) => (
        <div key={kind} className="row">
          <Button kind={kind}>{label}</Button>
          <Button kind={kind} icon="check">
            {label}
          </Button>
          <Button kind={kind} isBusy>
            {label}
          </Button>
          <Button kind={kind} isDisabled>
            {label}
          </Button>
          <Button kind={kind} size="small">
            {label}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button size="large" kind="primary" shortcut="N">
          {label}
        </Button>
        <IconButton icon="close" label={say('common.close')} onClick={() => {}} />
        <ButtonLink to="/gallery" kind="primary" icon="arrow">
          {say('common.home')}
        </ButtonLink>
        <ButtonLink to="/gallery">{say('common.back')}</ButtonLink>
        <ButtonLink to="/gallery" kind="quiet">
          {say('common.more')}
        </ButtonLink>
        <Menu
          label={say('nav.menu')}
          items={[
            { label: say('common.edit'), onClick: () => {} },
            { label: say('common.remove'), onClick: () => {}, isDisabled: true },
          ]}
        />
      </div>
    </Shelf>
  )
}

function Fields() {
  const say = useText()
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<string[]>(['a'])
  const [isOn, setOn] = useState(true)
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: say(`gallery.choice.${value}`) }))
  const faults = [
    { pointer: '#/fault', detail: say('common.required', { field: say('gallery.field') }) },
    { pointer: '#/radio', detail: say('common.required', { field: say('gallery.pick') }) },
    { pointer: '#/checks', detail: say('common.required', { field: say('gallery.pick') }) },
  ]
  return (
    <Shelf name="fields">
      <Form onSubmit={() => {}} faults={faults} label={say('gallery.fields')}>
        <TextField
          pointer="#/text"
          label={say('gallery.field')}
          hint={say('gallery.hint')}
          value={text}
          onChange={setText}
        />
        <TextField pointer="#/fault" label={say('gallery.field')} value={text} onChange={setText} />
        <TextField pointer="#/off" label={say('gallery.field')} isOptional isDisabled value={text} onChange={setText} />
        <TextField
          pointer="#/date"
          type="date"
          width="short"
          label={say('gallery.day')}
          value="2026-11-21"
          onChange={setText}
        />
        <TextArea pointer="#/area" label={say('gallery.words')} isOptional value={text} onChange={setText} />
        <SelectField pointer="#/select" label={say('gallery.pick')} value="b" onChange={() => {}} choices={choices} />
        <RadioField pointer="#/radio" label={say('gallery.pick')} value="a" onChange={() => {}} choices={choices} />
        <RadioField
          pointer="#/large"
          label={say('gallery.pick')}
          value="b"
          onChange={() => {}}
          choices={choices}
          isLarge
        />
        <ChipsField
          pointer="#/chips"
          label={say('gallery.pick')}
          hint={say('gallery.hint')}
          value={picked}
          onChange={setPicked}
          choices={choices}
        />
        <ChecksField
          pointer="#/checks"
          label={say('gallery.pick')}
          hint={say('gallery.hint')}
          choices={choices.map((choice) => ({ ...choice, hint: say('gallery.hint') }))}
          value={picked}
          onChange={setPicked}
        />
        <Checkbox
          pointer="#/check"
          label={say('gallery.agree')}
          hint={say('gallery.hint')}
          isChecked={isOn}
          onChange={setOn}
        />
        <Checkbox pointer="#/check-off" label={say('gallery.agree')} isChecked={false} isDisabled onChange={setOn} />
        <Switch
          pointer="#/switch"
          label={say('gallery.agree')}
          hint={say('gallery.hint')}
          isOn={isOn}
          onChange={setOn}
        />
        <Actions>
          <Button type="submit" kind="primary">
            {say('common.save')}
          </Button>
          <Button>{say('common.cancel')}</Button>
        </Actions>
      </Form>
    </Shelf>
  )
}

function Words() {
  const say = useText()
  return (
    <Shelf name="words">
      <div className="row">
        {statuses.map((status) => (
          <Status key={status} of={status} />
        ))}
      </div>
      <div className="row">
        {(['neutral', 'warning', 'danger', 'good'] as const).map((tone) => (
          <Flag key={tone} icon="shield" tone={tone}>
            {say('gallery.flag')}
          </Flag>
        ))}
        <Icon name="leaf" size={32} />
      </div>
      <p>
        <Figure value={1234567.5} /> · <Figure value={null} />
      </p>
      <Facts
        of={[
          [say('gallery.field'), say('gallery.hint')],
          [say('gallery.day'), '2026-11-21'],
          [say('gallery.words'), ''],
        ]}
      />
    </Shelf>
  )
}

function States() {
  const say = useText()
  return (
    <Shelf name="states">
      {(['info', 'warning', 'error', 'success'] as const).map((kind) => (
        <Banner
          key={kind}
          kind={kind}
          title={say('gallery.banner')}
          actions={<Button size="small">{say('common.retry')}</Button>}
        >
          {say('gallery.hint')}
        </Banner>
      ))}
      <Incomplete isShown />
      <LoadError problem={refused} onRetry={() => {}} />
      <LoadError problem={new Problem(0)} onRetry={() => {}} />
      <LoadError problem={new Problem(404)} onRetry={() => {}} />
      <Empty title={say('today.no-match')} icon="search" actions={<Button>{say('today.clear')}</Button>} />
      <Loading rows={2} />
      <Progress label={say('common.loading')} part={0.4} />
      <Progress label={say('gallery.unknown')} />
    </Shelf>
  )
}

function Lists() {
  const say = useText()
  const [tab, setTab] = useState('a')
  const rows = [
    { id: '1', count: 3 },
    { id: '2', count: 12 },
  ]
  return (
    <Shelf name="lists">
      <Tabs
        label={say('gallery.pick')}
        chosen={tab}
        onChoose={setTab}
        tabs={['a', 'b', 'c'].map((key, count) => ({ key, label: say(`gallery.choice.${key}`), count }))}
      />
      <Table
        caption={say('gallery.lists')}
        rows={rows}
        keyOf={({ id }) => id}
        selected="2"
        columns={[
          { key: 'id', label: say('gallery.field'), cell: ({ id }) => <a href="/gallery">{id}</a> },
          { key: 'status', label: say('today.column.status'), cell: () => <Status of="accepted" /> },
          { key: 'count', label: say('gallery.number'), cell: ({ count }) => <Figure value={count} />, isNumber: true },
        ]}
      />
      <Timeline
        label={say('contacts.title')}
        items={[{ key: '1', title: say('gallery.banner'), at: '2026-11-21', body: say('gallery.hint') }]}
      />
      <div className="grid-3">
        <Card title={say('gallery.choice.a')}>{say('gallery.hint')}</Card>
        <Card title={say('gallery.choice.b')} actions={<Button size="small">{say('common.edit')}</Button>}>
          {say('gallery.hint')}
        </Card>
      </div>
    </Shelf>
  )
}

function Overlays() {
  const say = useText()
  const toast = useToast()
  const [open, setOpen] = useState<'dialog' | 'conflict' | 'panel' | 'palette'>()
  const [text, setText] = useState('')
  const close = () => setOpen(undefined)
  return (
    <Shelf name="overlays">
      <div className="row">
        <Button onClick={() => setOpen('dialog')}>{say('gallery.open-dialog')}</Button>
        <Button onClick={() => setOpen('conflict')}>{say('gallery.open-conflict')}</Button>
        <Button onClick={() => setOpen('panel')}>{say('gallery.open-panel')}</Button>
        <Button onClick={() => setOpen('palette')}>{say('gallery.open-palette')}</Button>
        <Button onClick={() => toast({ text: say('common.saved'), undo: () => {} })}>
          {say('gallery.show-toast')}
        </Button>
        <Button onClick={() => toast({ text: say('common.not-saved'), kind: 'failed' })}>
          {say('gallery.show-failed')}
        </Button>
      </div>
      <Dialog title={say('gallery.banner')} isOpen={open === 'dialog'} onClose={close}>
        <Form onSubmit={close} label={say('gallery.banner')}>
          <TextField pointer="#/dialog" label={say('gallery.field')} value={text} onChange={setText} />
          <Actions>
            <Button type="submit" kind="primary">
              {say('common.save')}
            </Button>
            <Button onClick={close}>{say('common.cancel')}</Button>
          </Actions>
        </Form>
      </Dialog>
      {open === 'palette' && (
        <Palette
          commands={['a', 'b', 'c'].map((key) => ({
            label: say(`gallery.choice.${key}`),
            group: say(key === 'a' ? 'palette.here' : 'palette.go'),
            icon: 'arrow',
            shortcut: key.toUpperCase(),
            run: close,
          }))}
          onPick={({ run }) => run()}
          onClose={close}
        />
      )}
      <Conflict
        isOpen={open === 'conflict'}
        fields={[{ label: say('gallery.field'), mine: say('gallery.choice.a'), theirs: say('gallery.choice.b') }]}
        onKeepMine={close}
        onTakeTheirs={close}
        onClose={close}
      />
      {open === 'panel' && (
        <Panel title={say('gallery.banner')} onClose={close}>
          {say('gallery.hint')}
        </Panel>
      )}
    </Shelf>
  )
}

function Shelf({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const say = useText()
  return (
    <Section title={say(`gallery.${name}`)}>
      <div className="stack">{children}</div>
    </Section>
  )
}
