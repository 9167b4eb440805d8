/** Names of what crosses between a window and the shell; the preload knows these and nothing else of the program. */
export const shellChannels = {
  /** Window to shell, with a port that is handed on to the core. */
  port: 'insaf:port',
  /** Shell to window: the core is there again; ask for a port. */
  coreUp: 'insaf:core-up',
  /** Shell to window: the core went away; the port leads nowhere. */
  coreDown: 'insaf:core-down',
  /** Calls with an answer, checked by the schemas of `shell.ts`. */
  openFiles: 'insaf:open-files',
  saveFile: 'insaf:save-file',
  openFolder: 'insaf:open-folder',
  printPage: 'insaf:print-page',
  savePdf: 'insaf:save-pdf',
  setLanguage: 'insaf:set-language',
} as const

/** Messages that the preload posts to its own window. */
export const portMessage = 'insaf-port'
export const portLostMessage = 'insaf-port-lost'
