import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { updateMe, useCommand } from '../api/index.ts'
import { inLocale, useText } from '../i18n/index.ts'
import { Banner, Button, Icon, KeysOn, Menu, useLeave } from '../ui/index.ts'
import { Commands } from './commands.tsx'
import { useKeys, useShortcutsOn } from './keys.ts'
import { Language } from './language.tsx'
import { useOnline } from './online.ts'
import { Permitted } from './permitted.tsx'
import { placesOf } from './places.ts'
import { useMe } from './session.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { signOut } from './sign-out.ts'

/** What is around every screen: where I am, who I am, where I can go. */
export function Shell() {
  const say = useText()
  const me = useMe()
  const isOnline = useOnline()
  const remember = useCommand(updateMe)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [opened, setOpened] = useState<'help' | 'commands'>()
  const navigate = useNavigate()
  const leave = useLeave()
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: having gone somewhere closes the menu, and what is over the screen.
  useEffect(() => {
    setMenuOpen(false)
    setOpened(undefined)
  }, [path])
  const openHelp = useCallback(() => setOpened('help'), [])
  const openCommands = useCallback(() => setOpened('commands'), [])
  const close = useCallback(() => setOpened(undefined), [])
  useKeys({ onHelp: openHelp, onCommands: openCommands })
  return (
    <KeysOn value={useShortcutsOn()}>
      <div className="shell">
        <a className="skip" href="#main">
          {say('common.skip')}
        </a>
        <header className="top">
          <Link to="/" className="brand">
            <img src="/icon.svg" alt="" /> {say('common.product')}
          </Link>
          <div className="menu-button">
            <Button icon="menu" aria-expanded={isMenuOpen} aria-controls="nav" onClick={() => setMenuOpen(!isMenuOpen)}>
              {say('nav.menu')}
            </Button>
          </div>
          <span className="where">{inLocale(me.centre.name, say.locale)}</span>
          <div className="top-end">
            <Language onChange={(locale) => isOnline && void remember.run({ body: { locale } })} />
            <Menu
              label={me.name}
              icon="person"
              kind="quiet"
              items={[
                { label: say('nav.settings'), onClick: () => void navigate({ to: '/settings' }) },
                { label: say('palette.open'), onClick: openCommands },
                { label: say('nav.shortcuts'), onClick: openHelp },
                {
                  label: say('session.sign-out'),
                  isDisabled: !isOnline,
                  onClick: () => leave(() => void signOut()),
                },
              ]}
            />
          </div>
        </header>
        <Navigation isOpen={isMenuOpen} />
        <main id="main" className="main" tabIndex={-1}>
          <div role="status">
            {!isOnline && (
              <Banner kind="warning" title={say('common.offline')}>
                {say('common.offline-why')}
              </Banner>
            )}
          </div>
          <Permitted>
            <Outlet />
          </Permitted>
        </main>
        <Shortcuts isOpen={opened === 'help'} onClose={close} />
        {opened === 'commands' && <Commands onHelp={openHelp} onClose={close} />}
      </div>
    </KeysOn>
  )
}

function Navigation({ isOpen }: { readonly isOpen: boolean }) {
  const say = useText()
  const shown = placesOf(useMe())
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav id="nav" className={isOpen ? 'nav' : 'nav closed'} aria-label={say('nav.label')}>
      <ul>
        {shown.map(({ to, under, key, icon, group }, index) => (
          <li key={to}>
            {group && shown[index - 1]?.group !== group && <p className="nav-group">{say(`nav.${group}`)}</p>}
            <Link to={to} {...(under && path.startsWith(under) && { 'aria-current': 'page' })}>
              <Icon name={icon} /> {say(`nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
