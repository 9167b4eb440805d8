/**
 * What the core's process and the one that started it (shell or browser host) say to each other. The data folder and
 * all secrets come by these messages, never by environment or command line, which others on the machine can read.
 */
import { z } from 'zod'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
/** One window's way to the core; numbers are never used again in a run. */
const connection = z.int().positive()

export const ToCore = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    dataDir: z.string().min(1),
    /** Practice mode (G-08): an empty folder becomes a practice office without asking. */
    demo: z.boolean(),
    /** The machine's key chain, reached by `secret` messages; null where there is none worth the name. */
    secrets: z
      .object({ backend: z.string().min(1).max(100) })
      .nullable()
      .default(null),
  }),
  /** A window's port itself comes with the message (utility process). */
  z.object({ kind: z.literal('window-port') }),
  /** What a window said, where ports cannot be handed over (child process). */
  z.object({ kind: z.literal('relay'), connection, data: z.unknown() }),
  z.object({ kind: z.literal('relay-closed'), connection }),
  /** `bytes` null: the key chain could not. */
  z.object({ kind: z.literal('secret-answer'), id: z.int(), bytes: bytes.nullable() }),
  z.object({ kind: z.literal('stop') }),
])
export type ToCore = z.infer<typeof ToCore>
export type StartCore = Extract<ToCore, { kind: 'start' }>

export const FromCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), socket: z.string() }),
  z.object({
    kind: z.literal('refused'),
    answer: z.object({ error: z.object({ code: z.string(), ar: z.string(), en: z.string() }) }),
  }),
  z.object({ kind: z.literal('relay'), connection, data: z.unknown() }),
  z.object({ kind: z.literal('secret'), id: z.int(), work: z.enum(['wrap', 'unwrap']), bytes }),
])
export type FromCore = z.infer<typeof FromCore>
export type CoreRefused = Extract<FromCore, { kind: 'refused' }>['answer']['error']
