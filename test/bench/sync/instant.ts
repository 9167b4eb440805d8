/** The present moment on a line that all processes of this machine share, in milliseconds with fractions. */
export const lineOf = (): number => performance.timeOrigin + performance.now()
