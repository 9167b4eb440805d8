import type { MenuItemConstructorOptions } from 'electron'
import { translate } from '#shared/i18n/messages.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { shellMessages as words } from '#shared/i18n/shell.ts'

export interface MenuActs {
  readonly newWindow: () => void
  readonly print: () => void
  readonly showData: () => void
  readonly about: () => void
  /** With `INSAF_DEBUG` only. */
  readonly debug: boolean
}

export type Item = MenuItemConstructorOptions

/** The application menu in one language. Keys are the usual ones; Chromium reads them by place under an Arabic layout. */
export function menuTemplate(language: Language, acts: MenuActs): Item[] {
  const say = (message: PlainMessage): string => translate(message, language)
  const role = (name: NonNullable<Item['role']>, message: PlainMessage): Item => ({ role: name, label: say(message) })
  const act = (message: PlainMessage, click: () => void, accelerator?: string): Item => ({
    label: say(message),
    click,
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const line: Item = { type: 'separator' }
  return [
    {
      label: say(words.file),
      submenu: [
        act(words.newWindow, acts.newWindow, 'CmdOrCtrl+Shift+N'),
        act(words.print, acts.print, 'CmdOrCtrl+P'),
        line,
        role('close', words.closeWindow),
        role('quit', words.quit),
      ],
    },
    { label: say(words.edit), submenu: editItems(role, line) },
    {
      label: say(words.view),
      submenu: [
        role('zoomIn', words.zoomIn),
        role('zoomOut', words.zoomOut),
        role('resetZoom', words.actualSize),
        line,
        role('togglefullscreen', words.fullScreen),
        role('reload', words.reload),
        ...(acts.debug ? [role('toggleDevTools', words.developerTools)] : []),
      ],
    },
    { label: say(words.help), submenu: [act(words.showData, acts.showData), line, act(words.about, acts.about)] },
  ]
}

export type Role = (name: NonNullable<Item['role']>, message: PlainMessage) => Item

export const editItems = (role: Role, line: Item): Item[] => [
  role('undo', words.undo),
  role('redo', words.redo),
  line,
  role('cut', words.cut),
  role('copy', words.copy),
  role('paste', words.paste),
  role('pasteAndMatchStyle', words.pastePlain),
  role('selectAll', words.selectAll),
]
