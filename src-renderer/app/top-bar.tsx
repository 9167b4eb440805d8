import { paths } from '#renderer/parts/paths.ts'
import { isDepartment, unitShown, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { leaveFor, navigate, useLocation } from '#renderer/ui/navigation.ts'
import { openPalette } from '#renderer/ui/palette.tsx'
import { SearchBox } from '#renderer/ui/search-box.tsx'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { CoreState } from './core-state.tsx'
import css from './frame.module.css'

interface TopBarProps {
  readonly onNavigation: () => void
  readonly onKeyMap: () => void
  readonly onPassword: () => void
  readonly navigationShown: boolean
}

export function TopBar({ onNavigation, onKeyMap, onPassword, navigationShown }: TopBarProps) {
  const { t, say } = useSpeech()
  const { session } = useSession()
  return (
    <header className={css['top']}>
      <IconButton icon="menu" label={t(words.toggleNavigation)} pressed={navigationShown} onClick={onNavigation} />
      <a className={css['brand']} href={paths.home()}>
        <img className={css['mark']} src="./favicon.svg" alt={t(words.product)} />
        <span className={css['office']}>{say(unitShown(session))}</span>
      </a>
      <FrameSearch />
      <div className={css['tools']}>
        <CoreState />
        <LookButtons />
        <IconButton icon="keyboard" label={t(words.keyMap)} onClick={onKeyMap} />
        <UserMenu onPassword={onPassword} />
      </div>
    </header>
  )
}

function FrameSearch() {
  const { t } = useSpeech()
  const { session } = useSession()
  const { path, query } = useLocation()
  return (
    <div className={css['search']}>
      <SearchBox
        id="frame-search"
        label={t(words.search)}
        placeholder={t(isDepartment(session.unit) ? words.searchHintDepartment : words.searchHint)}
        place={`${path}?${query.toString()}`}
        given={path === '/search' ? (query.get('text') ?? '') : ''}
        onSearch={(text) => navigate(paths.search(text))}
        after={
          <button type="button" className={css['palette-key']} onClick={openPalette}>
            <span className="visually-hidden">{t(words.palette)}</span>
            <KeyHint keys={['Ctrl', 'K']} />
          </button>
        }
      />
    </div>
  )
}

function LookButtons() {
  const { t, language, preferences, setPreferences } = useSpeech()
  const dark = preferences.scheme === 'dark'
  return (
    <>
      <Button size="xs" kind="quiet" onClick={() => setPreferences({ language: language === 'ar' ? 'en' : 'ar' })}>
        <span lang={language === 'ar' ? 'en' : 'ar'}>{t(words.language)}</span>
      </Button>
      <IconButton
        icon={dark ? 'sun' : 'moon'}
        label={t(dark ? words.toLight : words.toDark)}
        onClick={() => setPreferences({ scheme: dark ? 'light' : 'dark' })}
      />
    </>
  )
}

function UserMenu({ onPassword }: Pick<TopBarProps, 'onPassword'>) {
  const { t, say, preferences, setPreferences } = useSpeech()
  const { session, lock, signOut } = useSession()
  const { digits, hijri } = preferences
  return (
    <MenuButton
      kind="quiet"
      icon="user"
      label={say(session.user.name)}
      items={[
        {
          key: 'latin',
          label: t(words.latinDigits),
          checked: digits === 'latin',
          onClick: () => setPreferences({ digits: 'latin' }),
        },
        {
          key: 'arabic',
          label: t(words.arabicDigits),
          checked: digits === 'arabic',
          onClick: () => setPreferences({ digits: 'arabic' }),
        },
        { key: 'hijri', label: t(words.withHijri), checked: hijri, onClick: () => setPreferences({ hijri: !hijri }) },
        { key: 'password', label: t(signInMessages.changePassword), icon: 'edit', onClick: onPassword },
        { key: 'lock', label: t(words.lock), icon: 'lock', onClick: lock },
        { key: 'sign-out', label: t(words.signOut), icon: 'arrow-back', onClick: () => leaveFor(signOut) },
      ]}
    />
  )
}
