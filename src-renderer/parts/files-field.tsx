import { useState } from 'react'
import { partsMessages as messages } from '#shared/i18n/parts.ts'
import { core } from '#renderer/client/core.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { FileDrop } from '#renderer/ui/file-drop.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { CameraDialog } from './camera-dialog.tsx'
import { falseEnding } from './file-doubt.ts'
import { isViewable } from './page-viewer.tsx'
import { useSpeech } from './speech.tsx'
import type { PendingUpload, Uploads } from './use-uploads.ts'
import css from './files-field.module.css'

export interface FilesFieldProps {
  readonly files: readonly Uploaded[]
  readonly uploads: Uploads
  readonly onRemove: (upload: string) => void
  readonly onView?: (upload: string) => void
  readonly label?: string
}

/** Files of any kind by drop, button or camera, each with its progress (C-10). */
export function FilesField({ files, uploads, onRemove, onView, label }: FilesFieldProps) {
  const { t } = useSpeech()
  const [camera, setCamera] = useState(false)
  return (
    <Stack gap="xs">
      <Row wrap={false} align="stretch" gap="xs">
        <div className={css['drop']}>
          <FileDrop
            compact
            label={label ?? t(messages.filesDrop)}
            hint={t(messages.filesDropHint)}
            onFiles={uploads.add}
          />
        </div>
        <Button icon="camera" onClick={() => setCamera(true)}>
          {t(messages.camera)}
        </Button>
      </Row>
      {(files.length > 0 || uploads.pending.length > 0) && (
        <ul className={css['list']} aria-label={t(messages.files)}>
          {files.map((file) => (
            <FileRow
              key={file.upload}
              file={file}
              onRemove={() => {
                onRemove(file.upload)
                forgetUpload(file.upload)
              }}
              onView={onView === undefined || !isViewable(file) ? undefined : () => onView(file.upload)}
            />
          ))}
          {uploads.pending.map((item) => (
            <li key={item.key}>
              <PendingRow item={item} onDrop={() => uploads.drop(item.key)} />
            </li>
          ))}
        </ul>
      )}
      <CameraDialog opened={camera} onClose={() => setCamera(false)} onPicture={(file) => uploads.add([file])} />
    </Stack>
  )
}

/** Its bytes go too; where that fails they go with the files that wait too long. */
const forgetUpload = (upload: string): void => void core.files.drop({ upload }).catch(() => null)

interface FileRowProps {
  readonly file: Uploaded
  readonly onRemove: () => void
  readonly onView: (() => void) | undefined
}

function FileRow({ file, onRemove, onView }: FileRowProps) {
  const { t, size } = useSpeech()
  const ending = falseEnding(file)
  return (
    <li className={css['file']}>
      <Icon name="clip" size={16} />
      <span className={css['name']}>
        <Isolated>{file.name}</Isolated>
        {ending !== null && (
          <span className={css['doubt']} role="status">
            <Icon name="alert" size={14} />
            {t(messages.fileNotAsNamed, { ending })}
          </span>
        )}
      </span>
      <span className={css['detail']}>
        {file.pages !== null && <span>{t(messages.filePages, { count: file.pages })}</span>}
        <bdi>{size(file.size)}</bdi>
      </span>
      {onView !== undefined && (
        <IconButton size="sm" icon="eye" label={t(messages.fileView, { name: file.name })} onClick={onView} />
      )}
      <IconButton size="sm" icon="trash" label={t(messages.fileRemove, { name: file.name })} onClick={onRemove} />
    </li>
  )
}

function PendingRow({ item, onDrop }: { readonly item: PendingUpload; readonly onDrop: () => void }) {
  const { t, say } = useSpeech()
  if (item.failure === null)
    return (
      <ProgressRow
        label={t(messages.fileUploading, { name: item.name })}
        done={Math.round(item.ratio * 100)}
        total={100}
        onCancel={onDrop}
      />
    )
  return (
    <Notice
      tone="bad"
      live
      actions={
        <IconButton size="sm" icon="close" label={t(messages.fileRemove, { name: item.name })} onClick={onDrop} />
      }
    >
      {item.failure.code.startsWith('attachment-')
        ? // Such a sentence names the file by itself.
          say(item.failure)
        : t(messages.fileFailed, { name: item.name, why: say(item.failure) })}
    </Notice>
  )
}
