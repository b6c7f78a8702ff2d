import { updateMe, useCommand } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { Facts, Page, Section, Switch } from '../ui/index.ts'
import { useShortcutsOn } from './keys.ts'
import { Language } from './language.tsx'
import { useOnline } from './online.ts'
import { useMe } from './session.tsx'

/** What each person decides for themselves. */
export function Settings() {
  const say = useText()
  const me = useMe()
  const isOn = useShortcutsOn()
  const isOnline = useOnline()
  const remember = useCommand(updateMe)
  return (
    <Page title={say('nav.settings')}>
      <Section title={say('settings.me')}>
        <Facts
          of={[
            [say('settings.name'), me.name],
            [say('settings.roles'), me.roles.map((role) => say(`role.${role}`)).join(', ')],
          ]}
        />
      </Section>
      <Section title={say('common.language')}>
        <div className="stack-small">
          <Language onChange={(locale) => isOnline && void remember.run({ body: { locale } })} />
          <p className="hint">{say('settings.language-why')}</p>
        </div>
      </Section>
      <Section title={say('keys.title')}>
        <Switch
          pointer="#/preferences/shortcuts"
          label={say('keys.on')}
          hint={say('keys.on-why')}
          isOn={isOn}
          isDisabled={!isOnline}
          onChange={(shortcuts) => void remember.run({ body: { preferences: { shortcuts } } })}
        />
      </Section>
    </Page>
  )
}
