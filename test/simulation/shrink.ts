/**
 * The shortest story that still fails, by leaving out ever smaller pieces (delta debugging). In: steps, and whether a
 * story of some of them still fails; a bound on tries. Out: steps that fail and of which no tried piece can be spared.
 */
export async function shrink<S>(
  steps: readonly S[],
  fails: (steps: readonly S[]) => Promise<boolean>,
  most = 200,
): Promise<readonly S[]> {
  let [kept, tries, piece] = [steps, 0, Math.ceil(steps.length / 2)]
  while (piece >= 1 && tries < most) {
    let from = 0
    while (from < kept.length && tries < most) {
      const shorter = [...kept.slice(0, from), ...kept.slice(from + piece)]
      tries += 1
      if (shorter.length < kept.length && (await fails(shorter))) kept = shorter
      else from += piece
    }
    piece = piece === 1 ? 0 : Math.ceil(piece / 2)
  }
  return kept
}
