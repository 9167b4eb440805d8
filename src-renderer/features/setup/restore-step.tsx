import { useState } from 'react'
import { setupMessages as messages } from '#shared/i18n/setup.ts'
import type { FoundBackup } from '#shared/contract/desktop/session.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { api, core } from '#renderer/client/core.ts'
import { shell } from '#renderer/client/shell.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useHowFar } from '#renderer/parts/use-how-far.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { CodeField, PasswordField } from '#renderer/ui/text-field.tsx'
import type { Lack } from './office-form.ts'
import { stillLacking } from './office-form.ts'

const askHowFar = () => core.setup.work()

/** A backup, opened by what its owner knows; this machine becomes a new one of the same office. */
export function RestoreStep({ onBack, onDone }: { readonly onBack: () => void; readonly onDone: () => void }) {
  const { t, say } = useSpeech()
  const [typed, setTyped] = useState<string | null>(null)
  const [secret, setSecret] = useState('')
  const [highest, setHighest] = useState('')
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const [restored, setRestored] = useState<number | null>(null)
  const { data: found = [] } = useCoreQuery(api.setup.foundBackups.queryOptions({ input: {} }))
  // Where only one lies about, it is most likely the one that is wanted.
  const path = typed ?? (found.length === 1 ? (found[0]?.path ?? '') : '')
  const restore = useCoreAction(core.setup.restore, ({ cases }) => setRestored(cases))
  const work = useHowFar(askHowFar, restore.busy)
  const isStopped = restore.refusal?.code === 'cancelled'
  const choose = async () => {
    const [chosen] = (await shell?.dialogs.openFiles({ title: t(messages.restoreTitle) })) ?? []
    if (chosen !== undefined) setTyped(chosen)
  }
  const lacking = [
    ...(path.trim() === '' ? [{ field: 'path', words: messages.needPath }] : []),
    ...(secret === '' ? [{ field: 'secret', words: messages.needSecret }] : []),
  ]
  const submit = () => {
    setLacks(lacking)
    if (lacking.length === 0) void restore.run({ path: path.trim(), secret, highest })
  }
  const errors = [
    ...stillLacking(lacks, lacking).map(({ field, words }) => ({ field, message: t(words) })),
    ...(restore.refusal === null || isStopped ? [] : [{ field: '', message: say(restore.refusal) }]),
  ]
  if (restored !== null) return <Restored cases={restored} onDone={onDone} />
  return (
    <Form label={t(messages.restoreTitle)} errors={errors} onSubmit={submit}>
      <Notice>{t(messages.restoreText)}</Notice>
      <FoundBackups found={found} chosen={path} onChoose={setTyped} />
      <CodeField
        required
        autoFocus
        name="path"
        label={t(messages.restorePath)}
        hint={t(shell === null ? messages.restorePathTyped : messages.restorePathHint)}
        value={path}
        onChange={setTyped}
      />
      {shell !== null && (
        <Row>
          <Button icon="file" onClick={() => void choose()}>
            {t(shellMessages.chooseFile)}
          </Button>
        </Row>
      )}
      <PasswordField
        required
        name="secret"
        label={t(messages.restoreSecret)}
        showLabel={t(messages.showPassword)}
        value={secret}
        onChange={setSecret}
      />
      <CodeField
        name="highest"
        label={t(messages.restoreHighest)}
        hint={t(messages.restoreHighestHint)}
        value={highest}
        onChange={setHighest}
      />
      {restore.busy && (
        <ProgressRow
          label={t(messages.restoring)}
          done={work?.done ?? 0}
          total={work === null || work.total === 0 ? null : work.total}
          onCancel={restore.stop}
          cancelLabel={t(messages.restoreStop)}
        />
      )}
      {isStopped && (
        <Notice live tone="warn">
          {t(messages.restoreStopped)}
        </Notice>
      )}
      <Row justify="between">
        <Button disabled={restore.busy} onClick={onBack}>
          {t(messages.back)}
        </Button>
        <Button type="submit" kind="primary" busy={restore.busy}>
          {t(messages.restore)}
        </Button>
      </Row>
    </Form>
  )
}

/** What came back, and why the next number is far from the last: nobody is told that again. */
function Restored({ cases, onDone }: { readonly cases: number; readonly onDone: () => void }) {
  const { t } = useSpeech()
  return (
    <Stack>
      <Notice live tone="good" title={t(messages.restored, { count: cases })}>
        {t(messages.restoredNumbers)}
      </Notice>
      <Row justify="end">
        <Button kind="primary" onClick={onDone}>
          {t(messages.restoredGoOn)}
        </Button>
      </Row>
    </Stack>
  )
}

interface FoundBackupsProps {
  readonly found: readonly FoundBackup[]
  readonly chosen: string
  readonly onChoose: (path: string) => void
}

/** Copies that lie where one would look; any other is named by its path. */
function FoundBackups({ found, chosen, onChoose }: FoundBackupsProps) {
  const { t, size, dateTime } = useSpeech()
  if (found.length === 0) return null
  return (
    <RadioField
      name="found"
      label={t(messages.restoreFound)}
      options={found.map((backup) => ({
        value: backup.path,
        label: `\u2066${backup.path}\u2069`,
        hint: t(messages.restoreFoundAt, { at: dateTime(backup.at), size: size(backup.size) }),
      }))}
      value={chosen}
      onChange={onChoose}
    />
  )
}
