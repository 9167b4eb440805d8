/** What the shell does for a window in Electron: a port to the core, file dialogs, paper. Missing in a browser. */
import { z } from 'zod'

const fileName = z.string().min(1).max(200)
const Filter = z.object({
  name: z.string().max(100),
  extensions: z
    .array(z.string().regex(/^[A-Za-z0-9*]{1,10}$/))
    .min(1)
    .max(20),
})

export const OpenFiles = z.object({
  title: z.string().max(200),
  filters: z.array(Filter).max(10).default([]),
  many: z.boolean().default(false),
})
export const SaveFile = z.object({
  title: z.string().max(200),
  name: fileName,
  filters: z.array(Filter).max(10).default([]),
})
export const OpenFolder = z.object({ title: z.string().max(200) })

export const papers = ['a5', 'a4', 'thermal'] as const
/** A whole page as `letters.make` gives it; scripts in it are never run. */
export const PrintPage = z.object({ html: z.string().max(5_000_000), paper: z.enum(papers), name: fileName })
export const ShellLanguage = z.enum(['ar', 'en'])

/** The only thing of the shell that a window sees, as `window.insaf`. */
export interface ShellApi {
  readonly platform: 'linux' | 'win32' | 'darwin'
  /** Asks for a port to the core; it arrives as a window message `insaf-port`, again after every restart of the core. */
  readonly connect: () => void
  /** Path of a file that a person chose or dropped; empty for one that has none (a picture from the clipboard). */
  readonly pathOf: (file: object) => string
  readonly setLanguage: (language: z.infer<typeof ShellLanguage>) => void
  readonly dialogs: {
    readonly openFiles: (asked: z.input<typeof OpenFiles>) => Promise<readonly string[]>
    /** Null when it was called off. */
    readonly saveFile: (asked: z.input<typeof SaveFile>) => Promise<string | null>
    readonly openFolder: (asked: z.input<typeof OpenFolder>) => Promise<string | null>
  }
  readonly print: {
    /** False when it was called off or no printer took it. */
    readonly page: (asked: z.input<typeof PrintPage>) => Promise<boolean>
    /** Path of the file, or null when it was called off. */
    readonly savePdf: (asked: z.input<typeof PrintPage>) => Promise<string | null>
  }
}
