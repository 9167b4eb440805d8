import { app, dialog } from 'electron'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'

const both = ({ ar, en }: PlainMessage): string => `${ar}\n\n${en}`
const line = ({ ar, en }: PlainMessage): string => `${ar} – ${en}`

/** Says in both languages why the program cannot be opened, also on standard error, and ends. */
export function endWith(reason: PlainMessage, code: number): void {
  console.error(`${reason.ar}\n${reason.en}`)
  if (process.env['INSAF_QUIET'] === undefined) dialog.showErrorBox(line(shellMessages.cannotOpen), both(reason))
  app.exit(code)
}

/** The core kept ending. Out: whether to try again. */
export async function askToTryAgain(): Promise<boolean> {
  console.error(`${shellMessages.coreGaveUp.ar}\n${shellMessages.coreGaveUp.en}`)
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: line(shellMessages.product),
    message: both(shellMessages.coreGaveUp),
    buttons: [line(shellMessages.tryAgain), line(shellMessages.quit)],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
