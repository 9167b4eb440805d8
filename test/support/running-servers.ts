/** The servers that run in this test process, by address, and how each is asked for the state of a unit's audience. */
type Ask = (unit: { readonly kind: string; readonly code: string }) => Promise<unknown>

const running = new Map<string, Ask>()

export function noteRunning(address: string, ask: Ask): () => void {
  running.set(address, ask)
  return () => void running.delete(address)
}

export const stateHashOf = (address: string): Ask | null => running.get(address) ?? null
