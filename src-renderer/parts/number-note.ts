export interface NumberVerdict {
  readonly kind: 'valid' | 'warning' | 'refused'
  readonly ar: string
  readonly en: string
}

export type NumberNote =
  | { readonly kind: 'fits' | 'doubtful' }
  /** What registration will refuse: an error of the field. */
  | { readonly kind: 'error' }
  | { readonly kind: 'silent' }

interface Typed {
  readonly verdict: NumberVerdict | null
  readonly value: string
  /** What stood in the field when it was last left: no one is called wrong in the middle of typing. */
  readonly left: string
  /** The form says already what is wrong: the same is not said twice. */
  readonly refused: boolean
}

/**
 * How a number is told beside its field. In: the core's verdict, what is typed. Out: a doubt is a note and the
 * number is taken as it is; what registration would refuse is an error, said once the field is left.
 */
export function numberNote({ verdict, value, left, refused }: Typed): NumberNote {
  if (verdict === null || refused) return { kind: 'silent' }
  if (verdict.kind === 'refused') return { kind: left === value ? 'error' : 'silent' }
  return { kind: verdict.kind === 'valid' ? 'fits' : 'doubtful' }
}
