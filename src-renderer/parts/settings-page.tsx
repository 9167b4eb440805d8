import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { Right } from '#shared/domain/access/rights.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { auditMessages } from '#shared/i18n/audit.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { replacePlace } from '#renderer/ui/navigation.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { paths } from './paths.ts'
import { useSession } from './session.tsx'
import css from './settings-page.module.css'
import { useSpeech } from './speech.tsx'

/** Sections of the settings in their order, with the rights of which one opens them; without any it is open to all. */
const sections = [
  { name: 'users', title: words.users, rights: ['manage_users'] },
  { name: 'groups', title: words.groups, rights: ['manage_users'] },
  { name: 'units', title: words.units, rights: ['manage_lists'] },
  { name: 'lists', title: words.lists, rights: ['manage_lists'] },
  { name: 'limits', title: words.limits, rights: ['manage_lists'] },
  { name: 'calendar', title: words.calendar, rights: ['manage_lists'] },
  { name: 'office', title: words.office, rights: ['manage_lists'] },
  { name: 'audit', title: auditMessages.title, rights: ['audit'] },
  { name: 'sync', title: syncMessages.title, rights: [] },
  { name: 'system', title: words.system, rights: ['manage_store', 'audit'] },
] as const satisfies readonly { readonly name: string; readonly title: unknown; readonly rights: readonly Right[] }[]

export type SettingsSection = (typeof sections)[number]['name']

interface SettingsPageProps {
  readonly section: SettingsSection
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A section of the settings with the way to the others; whoever may not open it is told which right it needs. */
export function SettingsPage({ section, subtitle, actions, children }: SettingsPageProps) {
  const { t, label } = useSpeech()
  const { has } = useSession()
  const isOpen = (rights: readonly Right[]) => rights.length === 0 || rights.some(has)
  const open = sections.filter((each) => isOpen(each.rights))
  const here = sections.find((each) => each.name === section) ?? sections[0]
  const first = open.find(({ rights }) => rights.length > 0)
  // The navigation leads to the users; who manages something else begins there.
  const astray = !isOpen(here.rights) && section === 'users' && first !== undefined
  useEffect(() => {
    if (astray) replacePlace(paths.settings(first.name))
  }, [astray, first])
  return (
    <Page title={t(here.title)} subtitle={subtitle} actions={isOpen(here.rights) ? actions : undefined}>
      {open.length > 1 && (
        <nav className={css['sections']} aria-label={t(words.sections)}>
          {open.map((each) => (
            <a
              key={each.name}
              className={css['section']}
              href={paths.settings(each.name)}
              aria-current={each.name === section ? 'page' : undefined}
            >
              {t(each.title)}
            </a>
          ))}
        </nav>
      )}
      {isOpen(here.rights) ? (
        children
      ) : (
        <EmptyState
          icon="lock"
          title={t(words.closedTitle)}
          text={t(words.closedText, { right: label(rightLabels, here.rights[0] ?? '') })}
        />
      )}
    </Page>
  )
}
