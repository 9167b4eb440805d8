import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Locator } from 'playwright'
import { testData } from '#test/support/test-data.ts'

const madeUp = resolve(import.meta.dirname, '../../data')

/** A real document where outside data are given, else the made-up one of the repository. */
function document(outside: string, ownName: string): string {
  const real = testData === null ? '' : join(testData, outside)
  return existsSync(real) ? real : join(madeUp, ownName)
}

export const arabicMessage = document('email/derived_arabic/rfc2231_arabic_filename.eml', 'complaint.eml')
export const multiPageFax = document('fax-tiff/Pillow__g4-multi.tiff', 'two-page-fax.tiff')

/** Drops a file on anything of the window. */
export async function dropOn(place: Locator, path: string): Promise<void> {
  const file = { name: basename(path), content: readFileSync(path).toString('base64') }
  const transfer = await place.page().evaluateHandle(({ name, content }) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    const carried = new DataTransfer()
    carried.items.add(new File([bytes], name))
    return carried
  }, file)
  await place.dispatchEvent('drop', { dataTransfer: transfer })
}
