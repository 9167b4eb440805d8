import { useState } from 'react'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { StoppedOr } from './stopped-or.tsx'
import { useWork } from './use-work.ts'
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
  // The same seed gives the same cases, which stand there already: another is offered after each making.
  const { data: health } = useCoreQuery(api.system.health.queryOptions({ input: {} }))
  const [typed, setSeed] = useState<number | null>(null)
  const seed = typed ?? (health?.cases ?? 0) + 1
  const [lacks, setLacks] = useState(false)
  const make = useCoreAction(core.system.demo, (done) => {
    setSeed(null)
    showToast({ tone: 'good', text: t(words.practiceMade, { count: done.cases }) })
  })
  const work = useWork('demo', make.busy)
  const submit = () => {
    setLacks(cases === null)
    if (cases !== null) void make.run({ cases, seed })
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
            done={work?.done ?? 0}
            total={work?.total ?? null}
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
