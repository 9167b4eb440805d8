/** Which files an event names: those it adds, those that go or come back with a referral (S16), and those of an issued report (P4). */
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'

export interface NamedFile {
  /** SHA-256 of its encrypted bytes, hex. */
  readonly address: string
  /** Length of the plain bytes. */
  readonly size: number
}

/** Types of events that can name a file. */
export const fileEventTypes: readonly string[] = ['file_added', 'referred', 'ref_replied', 'report.issued']

type Attached = readonly { readonly file: string; readonly size: number }[]

/** In: an event. Out: its files; none where its private part is withheld, for what cannot be opened need not be here. */
export function namedFiles({
  type,
  facts,
  private: secret,
}: Pick<RecordedEvent, 'type' | 'facts' | 'private'>): readonly NamedFile[] {
  if (secret === null || !fileEventTypes.includes(type)) return []
  if (type === 'file_added') return [{ address: String(facts['file']), size: Number(facts['size']) }]
  const attached = (secret['attached'] ?? []) as Attached
  return attached.map(({ file, size }) => ({ address: file, size }))
}
