import type { MessagePortMain } from 'electron'
import type { CoreChild } from '#main/host/core-child.ts'

/** A core that a window's port can be given to: handed over, or relayed message by message. */
export interface ShellCore extends CoreChild {
  readonly takePort: (port: MessagePortMain) => void
}
