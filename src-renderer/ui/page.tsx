import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { takeFocus } from './take-focus.ts'
import css from './page.module.css'

export interface PageProps {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  /** Uses the whole width and height (lists, split panes); otherwise a calm reading width that scrolls. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One screen: its heading takes the focus when the screen is entered. */
export function Page({ title, subtitle, actions, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // What stood here while it loaded took the focus with it.
  useEffect(() => takeFocus(() => (document.activeElement === document.body ? heading.current : null)), [])
  return (
    <div className={css['page']} data-wide={wide || undefined}>
      <header className={css['head']}>
        <div className={css['titles']}>
          <h1 ref={heading} id="page-title" tabIndex={-1} className={css['title']}>
            {title}
          </h1>
          {subtitle !== undefined && <div className={css['subtitle']}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={css['actions']}>{actions}</div>}
      </header>
      <div className={css['body']}>{children}</div>
    </div>
  )
}

export interface PanelProps {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  /** A coloured edge at the start; say the same in words. */
  readonly tone?: 'info' | 'good' | 'warn' | 'bad' | 'accent' | undefined
  /** Without inner padding, for lists and tables that reach the edge. */
  readonly flush?: boolean
  readonly children: ReactNode
}

export function Panel({ title, actions, tone, flush = false, children }: PanelProps) {
  const id = useId()
  return (
    <section className={css['panel']} data-tone={tone} aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || actions !== undefined) && (
        <header className={css['panel-head']}>
          {title !== undefined && (
            <h2 id={id} className={css['panel-title']}>
              {title}
            </h2>
          )}
          {actions !== undefined && <div className={css['actions']}>{actions}</div>}
        </header>
      )}
      <div className={css['panel-body']} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Names and values of one thing. */
export function Facts({ items, columns = 1 }: { readonly items: readonly Fact[]; readonly columns?: 1 | 2 | 3 }) {
  return (
    <dl className={css['facts']} data-columns={columns}>
      {items.map((item) => (
        <div key={item.label} className={css['fact']}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
