import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { LinkBadge } from '#renderer/parts/link-badge.tsx'
import { contactOf } from '#renderer/parts/contact-of.ts'
import { ForOperator } from '#renderer/parts/for-operator.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Facts, Panel } from '#renderer/ui/page.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { wayOut } from './way-out.ts'

/** The link, why it is as it is, and what may be done about it. */
export function LinkPanel({ status }: { readonly status: SyncStatus }) {
  const { t, number } = useSpeech()
  const { has } = useSession()
  const now = useCoreAction(core.sync.now)
  const { filling, putAside, copied } = status
  return (
    <Panel
      title={t(words.state)}
      actions={
        <>
          {has('manage_store') && <LeaveDialog status={status} />}
          {has('manage_store') && status.server !== null && <MoveDialog url={status.server.url} />}
          <Button kind="primary" icon="refresh" busy={now.busy} onClick={() => void now.run({})}>
            {t(words.now)}
          </Button>
        </>
      }
    >
      <Stack>
        <Reason status={status} />
        <Refused refusal={now.refusal} />
        {filling !== null && (
          <Notice title={t(words.filling)}>
            <bdi>{t(words.fillingOf, { done: number(filling.done), total: number(filling.total) })}</bdi>
          </Notice>
        )}
        {copied && (
          <Notice tone="warn" title={t(words.copied)}>
            {t(words.copiedText)}
          </Notice>
        )}
        {putAside > 0 && (
          <Notice tone="warn" title={t(words.putAside, { count: putAside })}>
            {t(words.putAsideText)}
          </Notice>
        )}
        <LinkFacts status={status} />
      </Stack>
    </Panel>
  )
}

function Reason({ status: { link } }: { readonly status: SyncStatus }) {
  const { t, say, time } = useSpeech()
  const { has } = useSession()
  const allow = useCoreAction(core.sync.allowHiding)
  if (link.kind !== 'offline' && link.kind !== 'stopped') return null
  const mayAllow = link.kind === 'stopped' && has('manage_store') && link.reason.code === 'sync-would-hide'
  const retry = link.kind === 'offline' && link.retryAt !== null ? link.retryAt : null
  return (
    <Notice
      live
      tone={link.kind === 'stopped' ? 'bad' : 'warn'}
      title={say(link.reason)}
      actions={
        mayAllow && (
          <Button size="xs" busy={allow.busy} onClick={() => void allow.run({})}>
            {t(words.allowHiding)}
          </Button>
        )
      }
    >
      {link.kind === 'stopped'
        ? t(wayOut(link.reason.code))
        : retry !== null && <bdi>{t(words.retryAt, { time: time(retry) })}</bdi>}
      <ForOperator refusal={link.reason} />
      <Refused refusal={allow.refusal} />
    </Notice>
  )
}

function LinkFacts({ status: { link, server, unit, numbersLeft } }: { readonly status: SyncStatus }) {
  const { t, say, number, dateTime } = useSpeech()
  const now = useNow()
  if (link.kind === 'stand_alone') return null
  const contact = contactOf(link, now)
  const isOffice = unit?.kind !== 'department' && unit?.kind !== 'directorate'
  return (
    <Facts
      columns={3}
      items={[
        { label: t(words.connection), value: <LinkBadge link={link} /> },
        { label: t(words.lastContact), value: contact === null ? t(words.never) : dateTime(contact) },
        { label: t(words.unit), value: <bdi>{unit === null ? '–' : say(unit.name)}</bdi> },
        { label: t(words.server), value: <Isolated ltr>{server?.url ?? '–'}</Isolated> },
        ...(numbersLeft === null || !isOffice ? [] : [{ label: t(words.numbersLeft), value: number(numbersLeft) }]),
      ]}
    />
  )
}
