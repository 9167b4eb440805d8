import type { ComponentType } from 'react'
import type { Right } from '#shared/domain/access/rights.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'

export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

export interface Route {
  /** As `/cases/:id`. */
  readonly path: string
  /** Title of the window; the screen's own heading may say more. */
  readonly title: PlainMessage
  readonly screen: ComponentType<ScreenProps>
  /** Without this right the screen says why it is closed. */
  readonly right?: Right
}
