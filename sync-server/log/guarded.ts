/** After a commit: a fault is told, and stops nothing that comes after. */
export function guarded(act: () => void, onFault: (error: unknown) => void): void {
  try {
    act()
  } catch (error) {
    onFault(error)
  }
}
