import type { Page } from 'playwright'

const longestWalk = 60

/** A person who has only a keyboard; every entry into a field is counted. */
export interface Hands {
  readonly entries: () => number
  /** Types into the field that has the focus. */
  readonly type: (text: string) => Promise<void>
  /** Makes a choice in the field that has the focus, by one or more keys. */
  readonly choose: (...keys: readonly string[]) => Promise<void>
  /** Walks with Tab until the field of this name has the focus. */
  readonly goTo: (label: string) => Promise<void>
  /** The same with Shift+Tab. */
  readonly goBackTo: (label: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
}

/** What a screen reader would call the part that has the focus, its group included. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const part = document.activeElement
    if (part === null) return ''
    const ids = [part, part.closest('[role=radiogroup]')].flatMap((named) =>
      (named?.getAttribute('aria-labelledby') ?? '').split(' '),
    )
    const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '')
    const labels =
      'labels' in part ? [...((part as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '') : []
    return [part.getAttribute('aria-label') ?? '', ...labelled, ...labels].join(' ')
  })

export function handsOn(page: Page): Hands {
  let entries = 0
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  return {
    entries: () => entries,
    press,
    type: async (text) => {
      entries += 1
      await page.keyboard.type(text)
    },
    choose: async (...keys) => {
      entries += 1
      for (const key of keys) await press(key)
    },
    goTo: (label) => walk(page, label, 'Tab'),
    goBackTo: (label) => walk(page, label, 'Shift+Tab'),
  }
}

async function walk(page: Page, label: string, key: string): Promise<void> {
  for (let step = 0; step < longestWalk; step += 1) {
    if ((await focusedName(page)).includes(label)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to "${label}"`)
}
