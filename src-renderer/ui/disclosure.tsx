import type { ReactNode } from 'react'
import { useState } from 'react'
import { Icon } from './icon.tsx'
import css from './disclosure.module.css'

export interface DisclosureProps {
  readonly label: string
  /** Open from the start. */
  readonly opened?: boolean
  readonly children: ReactNode
}

/** What is rarely needed, one key away. */
export function Disclosure({ label, opened = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(opened)
  return (
    <details className={css['disclosure']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={css['summary']}>
        <span className={css['mark']}>
          <Icon name="chevron" size={16} />
        </span>
        {label}
      </summary>
      <div className={css['body']}>{children}</div>
    </details>
  )
}
