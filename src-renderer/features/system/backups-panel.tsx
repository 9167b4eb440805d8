import { useState } from 'react'
import type { BackupView } from '#shared/contract/desktop/system.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { systemMessages as words } from '#shared/i18n/system.ts'
import { api, core } from '#renderer/client/core.ts'
import { shell } from '#renderer/client/shell.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { StoppedOr } from './stopped-or.tsx'
import { useWork } from './use-work.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { CodeField } from '#renderer/ui/text-field.tsx'

/** Encrypted copies: those kept by the program, one now, one to another disk (S12). */
export function BackupsPanel() {
  const { t, size } = useSpeech()
  const query = useCoreQuery(api.system.backups.queryOptions({ input: {} }))
  const [made, setMade] = useState<BackupView | null>(null)
  const backup = useCoreAction(core.system.backup, (view) => {
    setMade(view)
    void query.refetch()
  })
  const work = useWork('backup', backup.busy)
  const now = (
    <Button kind="primary" icon="download" busy={backup.busy} onClick={() => void backup.run({})}>
      {t(words.backupNow)}
    </Button>
  )
  return (
    <Panel title={t(words.backups)} actions={now}>
      <Stack>
        <Text quiet>{t(words.backupsText)}</Text>
        {backup.busy && (
          <ProgressRow
            label={t(words.backingUp)}
            done={work?.done ?? 0}
            total={work?.total ?? null}
            onCancel={backup.stop}
            cancelLabel={t(words.stop)}
          />
        )}
        <StoppedOr refusal={backup.refusal} stopped={words.backupStopped} />
        {made !== null && !backup.busy && (
          <Notice tone="good" live>
            {t(words.backedUp, { name: `\u2068${made.name}\u2069`, size: size(made.size) })}
          </Notice>
        )}
        <AsyncView
          query={query}
          isEmpty={(backups) => backups.length === 0}
          empty={<EmptyState icon="archive" title={t(words.backupsEmpty)} text={t(words.backupsEmptyText)} />}
        >
          {(backups) => <BackupTable backups={backups} />}
        </AsyncView>
        <Disclosure label={t(words.backupTo)}>
          <CopyForm busy={backup.busy} onCopy={(path) => void backup.run({ path })} />
        </Disclosure>
      </Stack>
    </Panel>
  )
}

function BackupTable({ backups }: { readonly backups: readonly BackupView[] }) {
  const { t, size, dateTime } = useSpeech()
  return (
    <Table
      caption={t(words.backupsKept)}
      rows={backups}
      keyOf={(view) => view.name}
      columns={[
        { key: 'name', header: t(words.backupName), cell: (view) => <Isolated ltr>{view.name}</Isolated> },
        { key: 'at', header: t(words.backupAt), cell: (view) => dateTime(view.at) },
        { key: 'size', header: t(words.backupSize), cell: (view) => <Isolated>{size(view.size)}</Isolated> },
      ]}
    />
  )
}

const backupName = 'office.insaf-backup'

function CopyForm({ busy, onCopy }: { readonly busy: boolean; readonly onCopy: (path: string) => void }) {
  const { t } = useSpeech()
  const [path, setPath] = useState('')
  const [lacks, setLacks] = useState(false)
  const choose = async () => {
    const chosen = await shell?.dialogs.saveFile({ title: t(words.backupTo), name: backupName })
    if (typeof chosen === 'string') setPath(chosen)
  }
  const submit = () => {
    setLacks(path.trim() === '')
    if (path.trim() !== '') onCopy(path.trim())
  }
  return (
    <Form
      label={t(words.backupTo)}
      errors={lacks ? [{ field: 'path', message: t(words.needPath) }] : []}
      onSubmit={submit}
    >
      <CodeField
        required
        name="path"
        label={t(words.backupPath)}
        hint={t(shell === null ? words.backupPathTyped : words.backupPathHint)}
        value={path}
        onChange={setPath}
      />
      <Row justify="end">
        {shell !== null && (
          <Button icon="file" onClick={() => void choose()}>
            {t(shellMessages.choosePlace)}
          </Button>
        )}
        <Button type="submit" kind="primary" busy={busy}>
          {t(words.backupTo)}
        </Button>
      </Row>
    </Form>
  )
}
