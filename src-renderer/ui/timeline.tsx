import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import css from './timeline.module.css'

export interface TimelineItem {
  readonly key: string
  readonly at: string
  /** The full moment, shown on hover. */
  readonly atTitle?: string
  readonly icon: IconName
  readonly tone?: Tone
  readonly title: ReactNode
  readonly actor?: ReactNode
  readonly children?: ReactNode
}

/** One readable history. */
export function Timeline({ label, items }: { readonly label: string; readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={css['timeline']} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={css['item']}>
          <span className={css['icon']} data-tone={item.tone ?? 'neutral'}>
            <Icon name={item.icon} size={16} />
          </span>
          <div className={css['content']}>
            <div className={css['head']}>
              <span className={css['title']}>{item.title}</span>
              {item.actor !== undefined && <span className={css['quiet']}>{item.actor}</span>}
              <time className={css['quiet']} title={item.atTitle}>
                <bdi>{item.at}</bdi>
              </time>
            </div>
            {item.children !== undefined && <div className={css['body']}>{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
