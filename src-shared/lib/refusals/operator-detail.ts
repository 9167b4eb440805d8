interface Told {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * In: a refusal. Out: what whoever maintains the machine needs of it and its sentence leaves out for everybody else,
 * such as `ECONNREFUSED` (S10); null where there is nothing.
 */
export function operatorDetail({ code, params = {} }: Told): string | null {
  const detail = code === 'sync-unreachable' ? String(params['detail'] ?? '') : ''
  return detail === '' ? null : `${code}: ${detail}`
}
