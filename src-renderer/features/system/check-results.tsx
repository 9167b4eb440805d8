import type { DoctorReport, VerifyReport } from '#shared/contract/desktop/system.ts'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Table } from '#renderer/ui/table.tsx'
import css from './system.module.css'

export function VerifyResult({ report }: { readonly report: VerifyReport }) {
  const { t } = useSpeech()
  const { events, commits, problems } = report
  if (report.ok)
    return (
      <Notice tone="good" title={t(words.verified)} live>
        {t(words.verifiedText, { events, commits })}
      </Notice>
    )
  return (
    <Notice tone="bad" title={t(words.notVerified)} live>
      {t(words.notVerifiedText)}
      <Table
        caption={t(words.problems)}
        rows={problems}
        keyOf={(problem) => `${problem.seq}-${problem.why}`}
        columns={[
          { key: 'seq', header: t(words.place), cell: (problem) => problem.seq },
          { key: 'id', header: t(words.event), cell: (problem) => <Isolated ltr>{problem.id}</Isolated> },
          { key: 'why', header: t(words.why), cell: (problem) => <Isolated>{problem.why}</Isolated> },
        ]}
      />
    </Notice>
  )
}

export function DoctorResult({ report }: { readonly report: DoctorReport }) {
  const { t, say } = useSpeech()
  return (
    <Notice tone={report.ok ? 'good' : 'bad'} title={t(report.ok ? words.allWell : words.notAllWell)} live>
      <ul className={css['checks']}>
        {report.checks.map((check) => (
          <li key={check.name}>
            <Badge tone={check.ok ? 'good' : 'bad'}>{t(check.ok ? words.checkOk : words.checkBad)}</Badge>
            <span>{say(check)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
