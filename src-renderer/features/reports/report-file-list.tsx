import type { ReportFile } from '#shared/contract/desktop/reports.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import css from './reports.module.css'

const formats = { docx: words.docx, xlsx: words.xlsx, json: words.json } as const

/** Files of a report, each with what it is and its button. */
export function ReportFileList({ files }: { readonly files: readonly ReportFile[] }) {
  const { t, size } = useSpeech()
  return (
    <ul className={css['files']} aria-label={t(words.files)}>
      {files.map((file) => (
        <li key={file.name} className={css['file']}>
          <span>
            <Isolated ltr>{file.name}</Isolated>
            <span className={css['file-about']}>
              {t(formats[file.format])} · <Isolated>{size(file.size)}</Isolated>
            </span>
          </span>
          <Button size="xs" icon="download" href={fileUrl(file.url)}>
            {t(words.download, { name: t(formats[file.format]) })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
