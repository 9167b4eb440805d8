/** Mantine gives `dir` to the frame of an input; this reaches the input itself. */
export const ltrInput = { input: { dir: 'ltr' } }
