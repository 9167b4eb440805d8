import type { WebFrameMain } from 'electron'
import { isOwn } from './origin.ts'

/** Only the top frame of the program's own page is listened to; a letter in a frame has nothing to say. */
export function isTrusted(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwn(frame.url)
}
