import { z } from 'zod'

/** Code of an entry of an editable list: lower case, never used again for something else. */
export const ListCode = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/)
export type ListCode = z.infer<typeof ListCode>
