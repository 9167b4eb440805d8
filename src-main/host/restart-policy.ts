/** How often a core that ends by itself is started again: sooner at first, ever later, and not for ever. */
export interface RestartPolicy {
  /** Waits before the first, second, … restart in a row, in milliseconds; after the last one it is given up. */
  readonly waits: readonly number[]
  /** A core that ran this long was well: counting begins anew. */
  readonly calmMs: number
}

export const restartPolicy: RestartPolicy = { waits: [100, 300, 1000, 3000, 6000, 10_000], calmMs: 60_000 }

/** In: how many times in a row it has ended early. Out: milliseconds to wait, or null when it is time to give up. */
export function nextWait(policy: RestartPolicy, earlyEnds: number): number | null {
  return policy.waits[earlyEnds - 1] ?? null
}
