import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import css from './notice.module.css'

export interface NoticeProps {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly icon?: IconName
  /** Read aloud when it appears. */
  readonly live?: boolean
}

const icons: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  info: 'info',
  good: 'check-circle',
  warn: 'alert',
  bad: 'alert',
  accent: 'info',
}

/** A banner inside a page. */
export function Notice({ tone = 'info', title, children, actions, icon, live = false }: NoticeProps) {
  return (
    <div className={css['notice']} data-tone={tone} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <span className={css['icon']}>
        <Icon name={icon ?? icons[tone]} />
      </span>
      <div className={css['body']}>
        {title !== undefined && <div className={css['title']}>{title}</div>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </div>
  )
}
