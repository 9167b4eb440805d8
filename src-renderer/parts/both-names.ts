export interface Names {
  readonly ar: string
  readonly en: string
}

/** In: names as they were typed. Out: as they are kept: without an English name the Arabic one stands in. */
export function namesOrArabic(names: Names): Names {
  const [ar, en] = [names.ar.trim(), names.en.trim()]
  return { ar, en: en === '' ? ar : en }
}

/** In: names as they are kept. Out: for a form, in which an English name that was left empty is empty again. */
export const typedNames = ({ ar, en }: Names): Names => ({ ar, en: en === ar ? '' : en })
