import type { ReactNode } from 'react'
import css from './admin.module.css'

/** The name of a row, which opens its editor. */
export function RowButton({
  label,
  onClick,
  children,
}: {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <button type="button" className={css['row-button']} aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}
