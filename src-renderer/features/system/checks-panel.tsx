import { useState } from 'react'
import type { DoctorReport, VerifyReport } from '#shared/contract/desktop/system.ts'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton } from '#renderer/ui/dialog.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { DoctorResult, VerifyResult } from './check-results.tsx'

/** Proof of the log, and a look at everything else (S15). */
export function ChecksPanel() {
  const { t } = useSpeech()
  const [verified, setVerified] = useState<VerifyReport | null>(null)
  const [doctored, setDoctored] = useState<DoctorReport | null>(null)
  const verify = useCoreAction(core.system.verify, setVerified)
  const doctor = useCoreAction(core.system.doctor, setDoctored)
  const busy = verify.busy || doctor.busy
  return (
    <Panel title={t(words.checks)}>
      <Stack>
        <Text quiet>
          {t(words.verifyText)} {t(words.doctorText)}
        </Text>
        <Row>
          <Button icon="shield" disabled={busy} onClick={() => void verify.run({})}>
            {t(words.verify)}
          </Button>
          <Button icon="check-circle" disabled={busy} onClick={() => void doctor.run({})}>
            {t(words.doctor)}
          </Button>
          <ConfirmButton
            icon="refresh"
            disabled={busy}
            label={t(words.rebuild)}
            title={t(words.rebuildTitle)}
            text={t(words.rebuildText)}
            confirmLabel={t(words.rebuild)}
            onConfirm={() => void doctor.run({ rebuild: true })}
          />
        </Row>
        {busy && <ProgressRow label={t(verify.busy ? words.verifying : words.checking)} done={0} total={null} />}
        <Refused refusal={verify.refusal ?? doctor.refusal} />
        {verified !== null && !verify.busy && <VerifyResult report={verified} />}
        {doctored !== null && !doctor.busy && <DoctorResult report={doctored} />}
      </Stack>
    </Panel>
  )
}
