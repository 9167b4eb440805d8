import type { Page } from 'playwright'

/** What an Arabic keyboard writes with these keys; a physical key is named as the window names it. */
const written = { KeyG: 'ل', KeyK: 'ن', KeyM: 'ة', KeyO: 'خ', Slash: 'ظ' } as const

const virtualKeys: Readonly<Record<ArabicKey, number>> = { KeyG: 71, KeyK: 75, KeyM: 77, KeyO: 79, Slash: 191 }
const bits = { none: 0, control: 2, shift: 8 } as const

type ArabicKey = keyof typeof written

/** A keyboard with an Arabic layout: the places of the keys are the same, what they write is not. */
export async function arabicKeys(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  return {
    press: async (code: ArabicKey, held: keyof typeof bits = 'none'): Promise<void> => {
      // With Shift this key writes the Arabic question mark.
      const key = code === 'Slash' && held === 'shift' ? '؟' : written[code]
      const stroke = { code, key, modifiers: bits[held], windowsVirtualKeyCode: virtualKeys[code] }
      const text = held === 'control' ? {} : { text: key }
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, ...text })
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
    },
  }
}
