import type { ReactNode } from 'react'
import css from './isolated.module.css'

/** A number, date, name or address inside text of the other direction. `ltr` for what is always read left to right. */
export function Isolated({ children, ltr = false }: { readonly children: ReactNode; readonly ltr?: boolean }) {
  return (
    <bdi className={ltr ? css['ltr'] : undefined} dir={ltr ? 'ltr' : 'auto'}>
      {children}
    </bdi>
  )
}
