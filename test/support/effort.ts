/** How hard long tests try: 1 in `npm test`, 5 in CI, 100 at night. */
export const effort = Math.max(1, Number(process.env['INSAF_EFFORT'] ?? '1') || 1)

/** Property runs for a base count at effort 1. */
export const runs = (base: number): { numRuns: number } => ({ numRuns: base * effort })
