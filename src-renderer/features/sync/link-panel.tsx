import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton } from '#renderer/ui/dialog.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { Refused } from './refused.tsx'

const standings = [
  'pending',
  'sent',
  'accepted',
  'conflict',
  'held',
  'refused',
  'void',
] as const satisfies readonly (keyof SyncStatus['counts'])[]

/** The link, why it is as it is, and the counts by standing. */
export function LinkPanel({ status }: { readonly status: SyncStatus }) {
  const { t } = useSpeech()
  const { has } = useSession()
  const now = useCoreAction(core.sync.now)
  const leave = useCoreAction(core.sync.leave)
  return (
    <Panel
      title={t(words.state)}
      actions={
        <>
          {has('manage_store') && (
            <ConfirmButton
              kind="danger"
              label={t(words.leave)}
              title={t(words.leave)}
              text={t(words.leaveText)}
              confirmLabel={t(words.leave)}
              onConfirm={() => leave.run({ force: false })}
            />
          )}
          <Button kind="primary" icon="refresh" busy={now.busy} onClick={() => void now.run({})}>
            {t(words.now)}
          </Button>
        </>
      }
    >
      <Stack>
        <Reason status={status} />
        <Refused refusal={now.refusal ?? leave.refusal} />
        <LinkFacts status={status} />
      </Stack>
    </Panel>
  )
}

function Reason({ status: { link } }: { readonly status: SyncStatus }) {
  const { t, say, dateTime } = useSpeech()
  const { has } = useSession()
  const allow = useCoreAction(core.sync.allowHiding)
  if (link.kind !== 'offline' && link.kind !== 'stopped') return null
  const mayAllow = link.kind === 'stopped' && has('manage_store') && link.reason.code === 'sync-would-hide'
  return (
    <Notice
      tone={link.kind === 'stopped' ? 'bad' : 'warn'}
      title={`${t(link.kind === 'stopped' ? words.stopped : words.offline)}: ${say(link.reason)}`}
      actions={
        mayAllow && (
          <Button size="xs" busy={allow.busy} onClick={() => void allow.run({})}>
            {t(words.allowHiding)}
          </Button>
        )
      }
    >
      {t(words.kept)}
      {link.kind === 'offline' && link.retryAt !== null && ` ${t(words.retryAt)}: ${dateTime(link.retryAt)}`}
    </Notice>
  )
}

function LinkFacts({ status }: { readonly status: SyncStatus }) {
  const { t, say, number, dateTime } = useSpeech()
  const { link, server, unit, counts, toDecide, files, filling } = status
  const lastContact = link.kind === 'stand_alone' ? null : link.lastContact
  return (
    <>
      {filling !== null && (
        <Notice>
          {t(words.filling)} <bdi>{`${number(filling.done)} / ${number(filling.total)}`}</bdi>
        </Notice>
      )}
      <Facts
        columns={3}
        items={[
          { label: t(words.lastContact), value: lastContact === null ? t(words.never) : dateTime(lastContact) },
          { label: t(words.server), value: <Isolated ltr>{server?.url ?? '–'}</Isolated> },
          { label: t(words.unit), value: <bdi>{unit === null ? '–' : say(unit.name)}</bdi> },
          { label: t(words.toDecide), value: number(toDecide) },
          { label: t(words.files), value: number(files.waiting) },
          ...standings.map((standing) => ({ label: t(words[standing]), value: number(counts[standing]) })),
        ]}
      />
    </>
  )
}
