import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'

/** A link inside the program (`#/…`) or to a field. */
export function Link({
  href,
  children,
  quiet = false,
}: {
  readonly href: string
  readonly children: ReactNode
  readonly quiet?: boolean
}) {
  return (
    <Anchor href={href} inherit underline={quiet ? 'hover' : 'always'} c={quiet ? 'inherit' : 'var(--accent)'}>
      {children}
    </Anchor>
  )
}
