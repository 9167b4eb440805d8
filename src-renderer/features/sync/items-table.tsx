import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import { standingReasons } from '#shared/i18n/standing-reasons.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { eventWords } from '#renderer/parts/event-words.ts'
import { paths } from '#renderer/parts/paths.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'

interface ItemsTableProps {
  readonly items: readonly CommitItem[]
  readonly onWithdraw: (commit: string) => void
  readonly onRetry: (commit: string) => void
}

export function ItemsTable({ items, onWithdraw, onRetry }: ItemsTableProps) {
  const { t, say, shortDateTime } = useSpeech()
  return (
    <Table
      caption={t(words.items)}
      rows={items}
      keyOf={(item) => item.commit}
      columns={[
        { key: 'what', header: t(words.what), cell: (item) => <What item={item} /> },
        {
          key: 'standing',
          header: t(words.standing),
          cell: ({ standing }) => <Badge tone={tones[standing]}>{t(words[standing])}</Badge>,
        },
        {
          key: 'who',
          header: t(words.whoWhen),
          cell: ({ actor, at }) => <bdi>{t(words.by, { who: say(actor.name), when: shortDateTime(at) })}</bdi>,
        },
        { key: 'why', header: t(words.why), cell: (item) => <Why item={item} /> },
        {
          key: 'actions',
          header: t(words.actions),
          cell: ({ commit, may }) => (
            <Row gap="xs">
              {may.includes('retry') && (
                <Button size="xs" onClick={() => onRetry(commit)}>
                  {t(words.retry)}
                </Button>
              )}
              {may.includes('withdraw') && (
                <Button size="xs" onClick={() => onWithdraw(commit)}>
                  {t(words.withdraw)}
                </Button>
              )}
            </Row>
          ),
        },
      ]}
    />
  )
}

/** Which case it is about, and what was done to it, in words and in order. */
function What({ item }: { readonly item: CommitItem }) {
  const { t } = useSpeech()
  const done = [...new Set(item.events.map(({ type }) => t(eventWords(type))))]
  return (
    <Stack gap="none">
      {item.case !== null && <OfCase of={item.case} />}
      <Text inline size="xs">
        {done.join(t(words.comma))}
      </Text>
    </Stack>
  )
}

/** A case whose registration does not stand has no page: its number and subject are all there is to know it by. */
function OfCase({ of: { id, reference, subject, isShown } }: { readonly of: NonNullable<CommitItem['case']> }) {
  return (
    <>
      <Text inline>
        <ReferenceNumber reference={reference} href={isShown ? paths.case(id) : undefined} />
      </Text>
      {subject !== '' && (
        <Text inline strong>
          <bdi>{subject}</bdi>
        </Text>
      )}
    </>
  )
}

/** Nothing is left without a reason: also what only waits for the server, or became needless, says so. */
function Why({ item: { reason, foreseen, standing } }: { readonly item: CommitItem }) {
  const { t, say } = useSpeech()
  const own = reason ?? foreseen
  return own === null ? t(standingReasons[standing]) : say(own)
}

const tones = {
  pending: 'neutral',
  sent: 'info',
  accepted: 'good',
  conflict: 'bad',
  held: 'warn',
  refused: 'bad',
  void: 'neutral',
} as const satisfies Readonly<Record<CommitItem['standing'], string>>
