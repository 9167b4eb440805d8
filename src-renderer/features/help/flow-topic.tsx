import { helpMessages as words } from '#shared/i18n/help.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { FlowPicture } from './flow-picture.tsx'
import css from './help.module.css'

const steps = [words.step1, words.step2, words.step3, words.step4, words.step5, words.step6] as const

/** The way of a case, drawn and in words. */
export function FlowTopic() {
  const { t } = useSpeech()
  return (
    <>
      <Panel>
        <div className={css['picture-around']} tabIndex={0} role="region" aria-label={t(words.flowPicture)}>
          <FlowPicture />
        </div>
      </Panel>
      <Panel title={t(words.stepsTitle)}>
        <ol className={css['steps']}>
          {steps.map((step) => (
            <li key={step.en}>{t(step)}</li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
