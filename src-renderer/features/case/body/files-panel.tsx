import { useState } from 'react'
import type { CaseView, FileView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { fileUrl } from '#renderer/client/files.ts'
import { PageViewer, isViewable } from '#renderer/parts/page-viewer.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Link } from '#renderer/ui/link.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import css from './files-panel.module.css'

interface FilesPanelProps {
  readonly view: CaseView
  readonly onAdd: (() => void) | null
}

/** Every file of the case; pages are looked at here, anything is saved from here (C-06, C-10). */
export function FilesPanel({ view, onAdd }: FilesPanelProps) {
  const { t } = useSpeech()
  const [shown, setShown] = useState<string | null>(null)
  const { files } = view
  return (
    <Panel
      title={files.length === 0 ? t(partsMessages.files) : t(messages.files, { count: files.length })}
      actions={
        onAdd === null ? undefined : (
          <Button size="xs" kind="quiet" icon="plus" onClick={onAdd}>
            {t(messages.addFiles)}
          </Button>
        )
      }
    >
      {files.length === 0 ? (
        <Text quiet>{t(messages.noFiles)}</Text>
      ) : (
        <ul className={css['list']} aria-label={t(partsMessages.files)}>
          {files.map((file) => (
            <FileRow key={file.file} file={file} onView={() => setShown(file.file)} />
          ))}
        </ul>
      )}
      <Dialog opened={shown !== null} onClose={() => setShown(null)} title={t(partsMessages.viewer)} size="xl">
        {shown !== null && <PageViewer files={files} caseId={view.line.id} shown={shown} onShow={setShown} />}
      </Dialog>
    </Panel>
  )
}

function FileRow({ file, onView }: { readonly file: FileView; readonly onView: () => void }) {
  const { t, size, shortDate, say } = useSpeech()
  return (
    <li className={css['file']}>
      <Icon name={file.mediaType === 'message/rfc822' ? 'mail' : 'file'} size={16} />
      <span className={css['name']}>
        <Link href={fileUrl(file.url)}>
          <Isolated>{file.name}</Isolated>
        </Link>
        <span className={css['detail']}>
          {file.original && <span>{t(messages.fileOriginal)}</span>}
          {!file.present && <span>{t(messages.fileAwaited)}</span>}
          {file.pages !== null && <span>{t(partsMessages.filePages, { count: file.pages })}</span>}
          <bdi>{size(file.size)}</bdi>
          <bdi>{shortDate(file.addedAt)}</bdi>
          <Isolated>{say(file.addedBy.name)}</Isolated>
        </span>
      </span>
      {isViewable(file) && (
        <IconButton size="sm" icon="eye" label={t(partsMessages.fileView, { name: file.name })} onClick={onView} />
      )}
    </li>
  )
}
