import type { ReactNode } from 'react'
import css from './text.module.css'

export interface TextProps {
  readonly children: ReactNode
  readonly size?: 'xs' | 'sm' | 'md' | 'lg'
  readonly quiet?: boolean
  readonly strong?: boolean
  readonly tone?: 'bad' | 'good' | 'warn' | undefined
  /** One line, the rest cut off with an ellipsis. */
  readonly oneLine?: boolean
  /** Keeps the line breaks of typed text; direction by its own first letters. */
  readonly typed?: boolean
  readonly inline?: boolean
}

export function Text({
  children,
  size = 'sm',
  quiet = false,
  strong = false,
  tone,
  oneLine = false,
  typed = false,
  inline = false,
}: TextProps) {
  const Element = inline ? 'span' : typed ? 'div' : 'p'
  return (
    <Element
      className={css['text']}
      data-size={size}
      data-quiet={quiet || undefined}
      data-strong={strong || undefined}
      data-tone={tone}
      data-one-line={oneLine || undefined}
      data-typed={typed || undefined}
      dir={typed ? 'auto' : undefined}
    >
      {children}
    </Element>
  )
}

export function Title({
  children,
  level = 2,
  id,
}: {
  readonly children: ReactNode
  readonly level?: 1 | 2 | 3
  readonly id?: string
}) {
  const Element = `h${level}` as const
  return (
    <Element className={css['title']} id={id}>
      {children}
    </Element>
  )
}
