import type { ShellApi } from '#shared/contract/desktop/shell.ts'

/** What the desktop program does for a window; null in a browser, where the browser does it. */
export const shell: Pick<ShellApi, 'dialogs' | 'print' | 'setLanguage'> | null = window.insaf ?? null
