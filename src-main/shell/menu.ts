import { Menu } from 'electron'
import { translate } from '#shared/i18n/messages.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { editItems, menuTemplate } from './menu-template.ts'
import type { Item, MenuActs, Role } from './menu-template.ts'

export function setMenu(language: Language, acts: MenuActs): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, acts)))
}

/** The right click in a text: what can be done there, and what the spell checker would write. */
export function editMenu(language: Language, corrections: readonly string[], replace: (word: string) => void): Menu {
  const line: Item = { type: 'separator' }
  const role: Role = (name, message) => ({ role: name, label: translate(message, language) })
  const words = corrections.map((word): Item => ({ label: word, click: () => replace(word) }))
  return Menu.buildFromTemplate([...words, ...(words.length > 0 ? [line] : []), ...editItems(role, line)])
}
