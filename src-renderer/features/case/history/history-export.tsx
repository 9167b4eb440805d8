import { useState } from 'react'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { core } from '#renderer/client/core.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Text } from '#renderer/ui/text.tsx'

/** Takes the whole history out as a file for a spreadsheet; then the file is one press away (G-06). */
export function HistoryExport({ caseId }: { readonly caseId: string }) {
  const { t, say } = useSpeech()
  const take = useCoreAction(core.cases.exportHistory)
  const [file, setFile] = useState<{ readonly name: string; readonly url: string } | null>(null)
  if (file !== null)
    return (
      <Button size="xs" icon="download" href={fileUrl(file.url)}>
        {t(messages.download, { name: file.name })}
      </Button>
    )
  return (
    <>
      {take.refusal !== null && (
        <span role="alert">
          <Text inline tone="bad" size="xs">
            {say(take.refusal)}
          </Text>
        </span>
      )}
      <Button
        size="xs"
        kind="quiet"
        icon="download"
        busy={take.busy}
        onClick={() => void take.run({ case: caseId }).then(setFile)}
      >
        {t(messages.export)}
      </Button>
    </>
  )
}
