import { Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { useWords } from './words.ts'
import css from './states.module.css'

export interface EmptyStateProps {
  readonly title: string
  /** Why it is empty (which filter, which right), and what to do. */
  readonly text?: ReactNode
  readonly icon?: IconName
  readonly action?: ReactNode
}

export function EmptyState({ title, text, icon = 'inbox', action }: EmptyStateProps) {
  return (
    <div className={css['state']} role="status">
      <span className={css['icon']}>
        <Icon name={icon} size={26} />
      </span>
      <p className={css['title']}>{title}</p>
      {text !== undefined && <div className={css['text']}>{text}</div>}
      {action}
    </div>
  )
}

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** What happened, what was kept, what to do. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const words = useWords()
  const { title, kept, advice } = words.error(error)
  return (
    <div className={css['state']} role="alert" data-tone="bad">
      <span className={css['icon']}>
        <Icon name="alert" size={26} />
      </span>
      <p className={css['title']}>{title}</p>
      <div className={css['text']}>
        <p>{kept}</p>
        <p>{advice}</p>
      </div>
      {onRetry !== undefined && (
        <Button icon="refresh" onClick={onRetry}>
          {words.text.retry}
        </Button>
      )}
    </div>
  )
}

/** Grey lines in the place of a text. */
export function SkeletonLines({ count = 4 }: { readonly count?: number }) {
  return (
    <Waiting>
      <Stack gap="sm">
        {Array.from({ length: count }, (_, index) => (
          <Skeleton key={index} height={14} width={`${96 - ((index * 17) % 45)}%`} />
        ))}
      </Stack>
    </Waiting>
  )
}

/** Grey rows in the place of a list. */
export function SkeletonRows({ count = 8 }: { readonly count?: number }) {
  return (
    <Waiting>
      <Stack gap={6}>
        {Array.from({ length: count }, (_, index) => (
          <Skeleton key={index} height={38} />
        ))}
      </Stack>
    </Waiting>
  )
}

function Waiting({ children }: { readonly children: ReactNode }) {
  const words = useWords()
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{words.text.loading}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}
