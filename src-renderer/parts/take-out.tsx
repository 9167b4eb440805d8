import { useState } from 'react'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { useSpeech } from './speech.tsx'

interface TakenFile {
  readonly name: string
  readonly url: string
}

interface TakeOutProps {
  readonly label: string
  /** Of what: a file of something else is not offered. */
  readonly of: unknown
  readonly quiet?: boolean
  readonly busy: boolean
  readonly refusal: Failure | null
  /** Makes the file; null where it was refused. */
  readonly take: () => Promise<TakenFile | null>
}

/** Takes something out as a file for a spreadsheet; then the file is one press away (B-15, G-06). */
export function TakeOut({ label, of, quiet = false, busy, refusal, take }: TakeOutProps) {
  const { t, say, language } = useSpeech()
  const [taken, setTaken] = useState<{
    readonly of: unknown
    readonly language: string
    readonly file: TakenFile
  } | null>(null)
  const size = quiet ? { size: 'xs' as const } : {}
  if (taken !== null && taken.of === of && taken.language === language)
    return (
      <Button {...size} icon="download" href={fileUrl(taken.file.url)}>
        {t(messages.saveFile, { name: taken.file.name })}
      </Button>
    )
  return (
    <>
      {refusal !== null && (
        <span role="alert">
          <Text inline tone="bad" size="xs">
            {say(refusal)}
          </Text>
        </span>
      )}
      <Button
        {...size}
        {...(quiet ? { kind: 'quiet' as const } : {})}
        icon="download"
        busy={busy}
        onClick={() => void take().then((file) => setTaken(file === null ? null : { of, language, file }))}
      >
        {label}
      </Button>
    </>
  )
}
