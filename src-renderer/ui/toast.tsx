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

/** A short word at the foot of the window; what went wrong stays until it is closed. */
export function showToast({ tone, text, title }: Toast): void {
  notifications.show({
    message: text,
    title,
    icon: <Icon name={icons[tone]} size={16} />,
    autoClose: tone === 'bad' ? false : 6000,
    withCloseButton: true,
    className: css['toast'] ?? '',
    closeButtonProps: { 'aria-label': document.documentElement.lang === 'en' ? 'Close' : 'إغلاق' },
    attributes: { root: { 'data-tone': tone } },
  })
}
