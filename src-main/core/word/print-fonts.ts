import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The face of everything the office puts on paper; embedded, since few machines have it. */
export const printFont = 'Noto Naskh Arabic'

export type PrintFontWeight = 'regular' | 'bold'

const files: Readonly<Record<PrintFontWeight, string>> = {
  regular: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  bold: '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
}

const read = new Map<string, Buffer>()

/** The TrueType file of a weight; read once. */
export function printFontFile(weight: PrintFontWeight): Buffer {
  return packageFile(files[weight])
}

/** A file that an installed package brings; read once. Found from source and from the build alike. */
export function packageFile(path: string): Buffer {
  const known = read.get(path)
  if (known !== undefined) return known
  const bytes = readFileSync(createRequire(join(import.meta.dirname, 'any.js')).resolve(path))
  read.set(path, bytes)
  return bytes
}
