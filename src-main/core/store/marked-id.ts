/* Ids of events of which a feed shows another content (`stand-apart.ts`). */

const mark = '~'

/** In: an event's id, its content's hash in lower-case hexadecimal. */
export const markedId = (id: string, content: string): string => `${id}${mark}${content}`

/** The id that an event was written with. */
export const writtenId = (id: string): string => id.split(mark, 1)[0] ?? id
