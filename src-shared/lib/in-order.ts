/**
 * Makes a line: what is given to it is answered in the order in which it came, though it may be worked off at once and one
 * be done before another. A failure is its own and holds nobody up.
 */
export function createLine(): <T>(work: Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const ahead = before
    // Nothing of what was answered is kept: a line lasts as long as its process.
    const own = Promise.allSettled([ahead, work]).then(() => undefined)
    before = own
    await own
    return work
  }
}
