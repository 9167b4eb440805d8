import { notifications } from '@mantine/notifications'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import css from './toast.module.css'

export interface Toast {
  readonly tone: 'good' | 'bad' | 'info' | 'warn'
  readonly text: string
  readonly title?: string
}

const icons: Readonly<Record<Toast['tone'], IconName>> = { good: 'check', bad: 'alert', info: 'info', warn: 'alert' }

let passing: string | null = null

/**
 * A short word at the head of the page. What lies under it can be clicked all the same, but for its own close button.
 * What went wrong stays until it is closed.
 */
export function showToast({ tone, text, title }: Toast): void {
  // Of passing words the last one is enough: two of them would hide the places they stand over.
  if (passing !== null) notifications.hide(passing)
  const id = notifications.show({
    message: text,
    title,
    icon: <Icon name={icons[tone]} size={16} />,
    autoClose: tone === 'bad' ? false : 5000,
    withCloseButton: true,
    className: css['toast'] ?? '',
    closeButtonProps: { 'aria-label': document.documentElement.lang === 'en' ? 'Close' : 'إغلاق' },
    attributes: { root: { 'data-tone': tone } },
  })
  passing = tone === 'bad' ? null : id
}

/** Nothing that one user was told is left for the next. */
export function clearToasts(): void {
  notifications.clean()
  notifications.cleanQueue()
}
