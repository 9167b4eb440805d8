import type { Right } from '#shared/domain/access/rights.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { helpMessages as words } from '#shared/i18n/help.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { peopleMessages } from '#shared/i18n/people.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import css from './help.module.css'

interface ScreenHelp {
  readonly title: PlainMessage
  readonly text: PlainMessage
  readonly keys?: readonly string[]
  readonly href?: string
  readonly rights?: readonly Right[]
}

const screens: readonly ScreenHelp[] = [
  {
    title: frameMessages.register,
    text: words.registerHelp,
    keys: ['Alt', 'N'],
    href: paths.register(),
    rights: ['register'],
  },
  { title: frameMessages.queues, text: words.queueHelp, keys: ['G', 'M'], href: paths.queue('my_work') },
  { title: caseMessages.title, text: words.caseHelp },
  { title: frameMessages.search, text: words.searchHelp, keys: ['/'], href: paths.search('') },
  { title: peopleMessages.title, text: words.peopleHelp, href: paths.people(), rights: ['identify'] },
  {
    title: frameMessages.dashboard,
    text: words.dashboardHelp,
    keys: ['G', 'D'],
    href: paths.dashboard(),
    rights: ['report'],
  },
  {
    title: frameMessages.reports,
    text: words.reportsHelp,
    keys: ['G', 'R'],
    href: paths.reports(),
    rights: ['report'],
  },
  {
    title: frameMessages.settings,
    text: words.settingsHelp,
    href: paths.settings(),
    rights: ['manage_users', 'manage_lists'],
  },
  {
    title: adminMessages.system,
    text: words.systemHelp,
    href: paths.settings('system'),
    rights: ['manage_store', 'audit'],
  },
]

/** What each screen is for; those one may open have a button. */
export function ScreensTopic() {
  const { t } = useSpeech()
  const { has } = useSession()
  return (
    <div className={css['screens']}>
      {screens.map(({ title, text, keys, href, rights }) => (
        <Panel key={text.en} title={t(title)} actions={keys === undefined ? undefined : <KeyHint keys={keys} />}>
          <p className={css['screen-text']}>{t(text)}</p>
          {href !== undefined && (rights === undefined || rights.some(has)) && (
            <Button size="xs" href={href}>
              {t(words.open)}
              <span className="visually-hidden"> {t(title)}</span>
            </Button>
          )}
        </Panel>
      ))}
    </div>
  )
}
