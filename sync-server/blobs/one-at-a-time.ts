/** Out: runs work of one name behind what was given of that name before; a failure is its own. */
export function oneAtATime(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const done = (last.get(name) ?? Promise.resolve()).then(work)
    const settled: Promise<unknown> = done
      .catch(() => null)
      .then(() => (last.get(name) === settled ? last.delete(name) : null))
    last.set(name, settled)
    return done
  }
}
