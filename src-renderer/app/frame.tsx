import { useState } from 'react'
import { useConnection } from '#renderer/client/connection.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { ChangePasswordDialog } from '#renderer/features/sign-in/change-password-dialog.tsx'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { KeyMap } from './key-map.tsx'
import { FramePalette } from './palette.tsx'
import { Screen } from './screen.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { StoppedLink } from './stopped-link.tsx'
import { TopBar } from './top-bar.tsx'
import { useFrameKeys } from './use-frame-keys.ts'
import css from './frame.module.css'

/** Navigation and top bar around the present screen. */
export function Frame() {
  const { t } = useSpeech()
  const connection = useConnection()
  const [navigation, setNavigation] = useState(true)
  const [keyMap, setKeyMap] = useState(false)
  const [password, setPassword] = useState(false)
  useFrameKeys(() => setKeyMap(true))
  return (
    <div className={css['frame']} data-navigation={navigation || undefined}>
      <a className={css['skip']} href="#main" onClick={focusMain}>
        {t(words.skip)}
      </a>
      <Marks />
      <TopBar
        onNavigation={() => setNavigation(!navigation)}
        onKeyMap={() => setKeyMap(true)}
        onPassword={() => setPassword(true)}
        navigationShown={navigation}
      />
      {navigation && <SideNavigation />}
      <main id="main" tabIndex={-1} className={css['main']}>
        {connection === 'lost' && (
          <div className={css['lost']}>
            <Notice tone="warn" live>
              {t(words.lostNote)}
            </Notice>
          </div>
        )}
        <DamagedFile />
        <StoppedLink />
        <Screen />
      </main>
      <FramePalette onPassword={() => setPassword(true)} />
      <KeyMap opened={keyMap} onClose={() => setKeyMap(false)} />
      <ChangePasswordDialog opened={password} onClose={() => setPassword(false)} />
    </div>
  )
}

/** Damage that was found while everybody works: said on every screen until the folder is mended (S1). */
function DamagedFile() {
  const { t } = useSpeech()
  const { data: health } = useCoreQuery(api.system.health.queryOptions({ input: {} }))
  if (health?.damaged !== true) return null
  return (
    <div className={css['lost']}>
      <Notice tone="bad" live title={t(words.damagedFound)}>
        {t(words.damagedFoundText)}
      </Notice>
    </div>
  )
}

/** The address belongs to the router, so the skip link only moves the focus. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** What must never be mistaken: practice data, and a folder that obeys without a password. */
function Marks() {
  const { t } = useSpeech()
  const { office } = useSession().session
  if (!office.practice && !office.automation) return null
  return (
    <aside className={css['marks']} aria-label={t(words.stateTitle)}>
      {office.practice && (
        <div className={css['practice']}>
          <Icon name="flag" />
          {t(words.practice)}
        </div>
      )}
      {office.automation && (
        <div className={css['practice']}>
          <Icon name="settings" />
          {t(words.automation)}
        </div>
      )}
    </aside>
  )
}
