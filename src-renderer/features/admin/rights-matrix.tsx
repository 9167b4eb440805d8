import type { GroupSet } from '#shared/domain/access/events.ts'
import { adminGroupMessages } from '#shared/i18n/admin-groups.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { rightDescriptions } from '#shared/i18n/right-descriptions.ts'
import { rightLabels } from '#shared/i18n/codes.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { rightsGroups } from './rights-groups.ts'
import css from './admin.module.css'

interface RightsMatrixProps {
  readonly groups: readonly GroupSet[]
  readonly memberCount: (code: string) => number
  readonly onEdit: (group: GroupSet) => void
}

/** Every right against every group, to compare them; the head of a column opens the group. */
export function RightsMatrix({ groups, memberCount, onEdit }: RightsMatrixProps) {
  const { t, say } = useSpeech()
  return (
    <div className={css['matrix-around']} tabIndex={0} role="region" aria-label={t(adminGroupMessages.matrix)}>
      <table className={css['matrix']}>
        <caption className="visually-hidden">{t(adminGroupMessages.matrix)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(adminGroupMessages.right)}</th>
            {groups.map((group) => (
              <th key={group.code} scope="col" data-inactive={!group.active || undefined}>
                <button
                  type="button"
                  className={css['row-button']}
                  aria-label={t(adminMessages.editOf, { name: say(group.name) })}
                  onClick={() => onEdit(group)}
                >
                  {say(group.name)}
                </button>
                <span className={css['members']}>
                  {group.active
                    ? t(adminGroupMessages.members, { count: memberCount(group.code) })
                    : t(adminMessages.inactive)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {rightsGroups.map(({ title, rights }) => (
          <tbody key={title.en}>
            <tr className={css['band']}>
              <th colSpan={groups.length + 1} scope="rowgroup">
                {t(title)}
              </th>
            </tr>
            {rights.map((right) => (
              <tr key={right}>
                <th scope="row" title={t(rightDescriptions[right])}>
                  {t(rightLabels[right])}
                </th>
                {groups.map((group) => (
                  <td key={group.code} data-given={group.rights.includes(right) || undefined}>
                    {group.rights.includes(right) ? (
                      <Given label={t(adminGroupMessages.granted)} />
                    ) : (
                      <NotGiven label={t(adminGroupMessages.notGranted)} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Given({ label }: { readonly label: string }) {
  return (
    <>
      <Icon name="check" size={16} />
      <span className="visually-hidden">{label}</span>
    </>
  )
}

function NotGiven({ label }: { readonly label: string }) {
  return <span className="visually-hidden">{label}</span>
}
