import { z } from 'zod'
import { RefusalData } from './procedure.ts'

/** What the file route answers when a file was streamed in. */
export const UploadAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      upload: z.string(),
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      pages: z.number().nullable(),
    }),
  }),
  z.object({ ok: z.literal(false), error: RefusalData }),
])
export type UploadAnswer = z.infer<typeof UploadAnswer>
