import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'

const standings = [
  'accepted',
  'pending',
  'sent',
  'held',
  'refused',
  'conflict',
  'void',
] as const satisfies readonly (keyof SyncStatus['counts'])[]

/** Everything that was ever recorded on this machine, each piece counted in the one state it is in (S2). */
export function WorkPanel({ status: { counts, files } }: { readonly status: SyncStatus }) {
  const { t, say, number } = useSpeech()
  return (
    <Panel title={t(words.counts)}>
      {files.reason !== null && <Notice tone="warn">{t(words.filesWhy, { why: say(files.reason) })}</Notice>}
      <Facts
        columns={3}
        items={[
          ...standings.map((standing) => ({ label: t(words[standing]), value: number(counts[standing]) })),
          { label: t(words.filesUp), value: number(files.up) },
          { label: t(words.filesDown), value: number(files.down) },
        ]}
      />
    </Panel>
  )
}
