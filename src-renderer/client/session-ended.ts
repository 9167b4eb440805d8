import { refusalCode } from './errors.ts'

/* A session ends elsewhere too: its user is made inactive, his password is set anew. Whoever holds the window is told. */

const told = new EventTarget()
const name = 'ended'

/** In: what a call or a question threw. Tells the window when it was refused for want of a session. */
export function noteRefused(error: unknown): void {
  if (refusalCode(error) === 'not-signed-in') told.dispatchEvent(new Event(name))
}

/** Calls back each time until the returned function is called. */
export function onSessionEnded(listener: () => void): () => void {
  told.addEventListener(name, listener)
  return () => told.removeEventListener(name, listener)
}
