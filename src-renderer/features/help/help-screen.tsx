import { helpMessages as words } from '#shared/i18n/help.ts'
import type { ScreenProps } from '#renderer/parts/route.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { FlowTopic } from './flow-topic.tsx'
import { GlossaryTopic } from './glossary-topic.tsx'
import { HelpPage, helpTopics } from './help-page.tsx'
import { KeysTopic } from './keys-topic.tsx'
import { ScreensTopic } from './screens-topic.tsx'

const topics = {
  flow: { note: words.flowNote, Shown: FlowTopic },
  screens: { note: words.screensNote, Shown: ScreensTopic },
  keys: { note: words.keysNote, Shown: KeysTopic },
  glossary: { note: words.glossaryNote, Shown: GlossaryTopic },
} as const

/** How the work goes, what each screen is for, which keys help, what the words mean. */
export function HelpScreen({ params }: ScreenProps) {
  const { t } = useSpeech()
  const topic = helpTopics.find((each) => each === params['topic']) ?? 'flow'
  const { note, Shown } = topics[topic]
  return (
    <HelpPage topic={topic} subtitle={t(note)}>
      <Shown />
    </HelpPage>
  )
}
