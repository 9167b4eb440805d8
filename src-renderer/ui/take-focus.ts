/** Whoever has opened a dialog writes into it; the window behind it has no keys. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

const waiting = new Set<() => void>()

/**
 * The focus for what has just arrived: the last to arrive has it. Behind a dialog it comes as soon as the dialog has gone.
 * In: who wants it at that moment. Out: the way to want it no more.
 */
export function takeFocus(wanted: () => HTMLElement | null): () => void {
  const take = (): void => wanted()?.focus({ preventScroll: true })
  if (isDialogOpen()) {
    waiting.add(take)
    dialogsLeave.observe(document.body, { childList: true, subtree: true })
  } else take()
  return () => waiting.delete(take)
}

const dialogsLeave = new MutationObserver(() => {
  if (isDialogOpen()) return
  dialogsLeave.disconnect()
  for (const take of waiting) take()
  waiting.clear()
})
