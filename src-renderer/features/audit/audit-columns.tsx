import type { AuditLine, AuditSubject } from '#shared/contract/desktop/audit.ts'
import { changeText } from '#shared/i18n/changes.ts'
import { auditKindLabels, auditMessages as messages } from '#shared/i18n/audit.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { machineLetters } from '#renderer/parts/machine-letters.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { DataColumn } from '#renderer/ui/data-list.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import css from './audit.module.css'

/** When, who, what of what, on which machine. */
export function useAuditColumns(): readonly DataColumn<AuditLine>[] {
  const { t, say, label, shortDateTime } = useSpeech()
  return [
    { key: 'at', header: t(messages.at), width: '12rem', cell: ({ at }) => <bdi>{shortDateTime(at)}</bdi> },
    {
      key: 'by',
      header: t(messages.by),
      width: 'minmax(8rem, 1fr)',
      cell: ({ by }) => <bdi className={css['cut']}>{say(by.name)}</bdi>,
    },
    {
      key: 'kind',
      header: t(messages.kind),
      width: 'minmax(9rem, 1fr)',
      cell: ({ kind }) => label(auditKindLabels, kind),
    },
    {
      key: 'subject',
      header: t(messages.subject),
      width: 'minmax(10rem, 1.5fr)',
      cell: (line) => <What line={line} />,
    },
    {
      key: 'device',
      header: t(messages.device),
      width: '7rem',
      cell: ({ device }) => <Isolated ltr>{machineLetters(device)}</Isolated>,
    },
  ]
}

/** What it is about, and below it what changed; the whole of it is in the line's own window. */
function What({ line: { subject, changes } }: { readonly line: AuditLine }) {
  const speech = useSpeech()
  if (changes.length === 0) return <Subject subject={subject} />
  const said = changes.map((change) => changeText(change, speech.settings, speech)).join(' · ')
  return (
    <span className={css['two']}>
      <Subject subject={subject} />
      <span className={css['changes']} title={said}>
        {said}
      </span>
    </span>
  )
}

export function Subject({ subject }: { readonly subject: AuditSubject }) {
  const { t, say } = useSpeech()
  switch (subject.kind) {
    case 'case':
      return <ReferenceNumber reference={subject.reference} />
    case 'person':
      return <bdi className={css['cut']}>{subject.name}</bdi>
    case 'thing':
      return <bdi className={css['cut']}>{say(subject.name)}</bdi>
    case 'hidden':
      return <>{t(subject.what === 'case' ? messages.hiddenCase : messages.hiddenPerson)}</>
    case 'none':
      return null
    default:
      return assertNever(subject)
  }
}
