import { useRef, useState } from 'react'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { api, core } from '#renderer/client/core.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { shell } from '#renderer/client/shell.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { SkeletonLines } from '#renderer/ui/states.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { useSpeech } from './speech.tsx'

export interface LetterPaperProps {
  readonly caseId: string
  readonly kind: 'receipt' | 'referral' | 'reply' | 'rejection' | 'case_file'
  readonly referral?: string
  readonly draft?: string
  readonly paper?: 'a5' | 'a4' | 'thermal'
  /** By default the core knows it: that of the person the letter is for, of a case file that of its reader. */
  readonly language?: 'ar' | 'en'
  readonly onPrinted?: () => void
}

const titles = {
  receipt: messages.letterReceipt,
  referral: messages.letterReferral,
  reply: messages.letterReply,
  rejection: messages.letterRejection,
  case_file: messages.letterCaseFile,
} as const

/** A letter exactly as it will be printed, with the way to paper and to Word. */
export function LetterPaper({ caseId, kind, referral, draft, paper, language, onPrinted }: LetterPaperProps) {
  const { t, language: own } = useSpeech()
  const frame = useRef<HTMLIFrameElement>(null)
  const [chosen, setChosen] = useState(language ?? (kind === 'case_file' ? own : undefined))
  const input = {
    case: caseId,
    kind,
    preview: true,
    ...(referral === undefined ? {} : { referral }),
    ...(draft === undefined ? {} : { draft }),
    ...(paper === undefined ? {} : { paper }),
    ...(chosen === undefined ? {} : { language: chosen }),
  }
  const query = useCoreQuery(api.letters.make.queryOptions({ input }))
  const printed = useCoreAction(core.letters.printed)
  const size = paper ?? (kind === 'receipt' ? 'a5' : 'a4')
  const pageOf = (html: string) => ({ html, paper: size, name: t(titles[kind]) })
  const print = async (html: string) => {
    // The shell knows the paper's size and whether it was printed; a browser has its own dialog and does not say.
    const isPrinted = shell === null ? printFrame(frame.current) : await shell.print.page(pageOf(html))
    if (!isPrinted) return
    void printed.run({ case: caseId, kind })
    onPrinted?.()
  }
  const savePdf = async (html: string) => {
    const path = shell === null ? null : await shell.print.savePdf(pageOf(html))
    if (path !== null) void printed.run({ case: caseId, kind })
  }
  const { data } = query
  useKeys(
    data === undefined
      ? []
      : [{ id: 'print', code: 'KeyP', mod: true, label: t(messages.letterPrint), run: () => void print(data.html) }],
  )
  return (
    <AsyncView query={query} skeleton={<SkeletonLines count={8} />}>
      {(letter) => (
        <Stack gap="xs">
          {(kind === 'referral' || kind === 'case_file') && (
            <LetterLanguage kind={kind} value={letter.language} onChange={setChosen} />
          )}
          <Row>
            <Button kind="primary" icon="print" onClick={() => void print(letter.html)}>
              {t(messages.letterPrint)}
            </Button>
            <Button kind="quiet" icon="download" href={fileUrl(letter.word.url)}>
              {t(messages.letterWord)}
            </Button>
            {shell !== null && (
              <Button kind="quiet" icon="download" onClick={() => void savePdf(letter.html)}>
                {t(shellMessages.savePdf)}
              </Button>
            )}
          </Row>
          <PaperSheet ref={frame} html={letter.html} title={t(titles[kind])} paper={size} />
        </Stack>
      )}
    </AsyncView>
  )
}

/** A letter to a department and a case file have no complainant whose language they would follow: who prints them chooses. */
function LetterLanguage({
  kind,
  value,
  onChange,
}: {
  readonly kind: 'referral' | 'case_file'
  readonly value: 'ar' | 'en'
  readonly onChange: (language: 'ar' | 'en') => void
}) {
  const { t } = useSpeech()
  return (
    <RadioField
      inline
      name="letter-language"
      label={t(kind === 'referral' ? messages.letterLanguage : messages.fileLanguage)}
      options={[
        { value: 'ar', label: t(messages.arabic) },
        { value: 'en', label: t(messages.english) },
      ]}
      value={value}
      onChange={(language) => onChange(language === 'en' ? 'en' : 'ar')}
    />
  )
}

function printFrame(frame: HTMLIFrameElement | null): boolean {
  frame?.contentWindow?.focus()
  frame?.contentWindow?.print()
  return true
}
