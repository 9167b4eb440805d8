/** In: id of a machine. Out: the letters by which every screen names it. */
export const machineLetters = (device: string): string => device.slice(-6)
