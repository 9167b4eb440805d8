import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import css from './badge.module.css'

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad' | 'accent'

export interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: IconName
  /** What the mark says at length, where its words are short. */
  readonly title?: string | undefined
  readonly children: ReactNode
}

const toneIcons: Readonly<Record<Tone, IconName | null>> = {
  neutral: null,
  info: 'info',
  good: 'check',
  warn: 'clock',
  bad: 'alert',
  accent: null,
}

/** A short mark: word and icon carry the meaning, colour only repeats it. */
export function Badge({ tone = 'neutral', icon, title, children }: BadgeProps) {
  const shown = icon ?? toneIcons[tone]
  return (
    <span className={css['badge']} data-tone={tone} title={title}>
      {shown !== null && <Icon name={shown} size={14} />}
      <span className={css['word']}>{children}</span>
    </span>
  )
}
