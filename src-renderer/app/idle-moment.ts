/** Longest wait for a moment without work: a window that is always busy gets it all the same. */
const patienceMs = 1000

/** Resolves when the window has nothing to do. */
export const idleMoment = (): Promise<void> =>
  new Promise((resolve) => {
    window.requestIdleCallback(() => resolve(), { timeout: patienceMs })
  })
