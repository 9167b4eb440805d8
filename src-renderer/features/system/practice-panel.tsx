import { useState } from 'react'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { StoppedOr } from './stopped-or.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Columns, Row } from '#renderer/ui/layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'

/** Cases to practise on; only in a practice folder (G-08). */
export function PracticePanel() {
  const { t } = useSpeech()
  const [cases, setCases] = useState<number | null>(500)
  const [seed, setSeed] = useState<number | null>(1)
  const [lacks, setLacks] = useState(false)
  const make = useCoreAction(core.system.demo, (done) =>
    showToast({ tone: 'good', text: t(words.practiceMade, { count: done.cases }) }),
  )
  const submit = () => {
    setLacks(cases === null)
    if (cases !== null) void make.run({ cases, seed: seed ?? 0 })
  }
  return (
    <Panel title={t(words.practiceTitle)} tone="info">
      <Form
        label={t(words.practiceTitle)}
        errors={lacks ? [{ field: 'cases', message: t(words.needCases) }] : []}
        onSubmit={submit}
      >
        <Text quiet>{t(words.practiceText)}</Text>
        <StoppedOr refusal={make.refusal} stopped={words.practiceStopped} />
        <Columns count={2}>
          <NumberField
            required
            name="cases"
            label={t(words.practiceCases)}
            hint={t(words.practiceCasesHint)}
            min={1}
            max={200_000}
            value={cases}
            onChange={setCases}
          />
          <NumberField
            name="seed"
            label={t(words.practiceSeed)}
            hint={t(words.practiceSeedHint)}
            value={seed}
            onChange={setSeed}
          />
        </Columns>
        {make.busy && (
          <ProgressRow
            label={t(words.practiceMaking)}
            done={0}
            total={null}
            onCancel={make.stop}
            cancelLabel={t(words.stop)}
          />
        )}
        <Row justify="end">
          <Button type="submit" busy={make.busy}>
            {t(words.practiceMake)}
          </Button>
        </Row>
      </Form>
    </Panel>
  )
}
