import { useState } from 'react'
import { UserId } from '#shared/domain/access/events.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ConfirmButton, Dialog } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ProgressRow } from '#renderer/ui/progress-row.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { BulkResult } from './each-case.ts'
import { remindDepartments } from './remind-departments.ts'
import { useBulk } from './use-bulk.ts'
import css from './queues.module.css'

interface BulkBarProps {
  readonly selected: ReadonlySet<string>
  /** Reference numbers of the selected rows, as far as they are known. */
  readonly references: ReadonlyMap<string, string>
  /** How many the list holds under its conditions. */
  readonly total: number
  readonly onSelectAll: () => Promise<void>
  readonly onClear: () => void
}

/** What may be done to all selected cases at once. */
export function BulkBar({ selected, references, total, onSelectAll, onClear }: BulkBarProps) {
  const { t } = useSpeech()
  const { has } = useSession()
  const bulk = useBulk()
  const ids = [...selected]
  const copy = async () => {
    await navigator.clipboard.writeText(ids.map((id) => references.get(id) ?? id).join('\n')).catch(() => null)
    showToast({ tone: 'good', text: t(messages.copied) })
  }
  if (bulk.state.kind === 'running')
    return (
      <ProgressRow
        label={t(messages.bulkRunning)}
        done={bulk.state.done}
        total={bulk.state.total}
        onCancel={bulk.stop}
      />
    )
  return (
    <>
      {bulk.state.kind === 'finished' && (
        <BulkOutcome result={bulk.state.result} references={references} onDismiss={bulk.clear} />
      )}
      {ids.length > 0 && (
        <div className={css['bulk']} role="group" aria-label={t(messages.selected, { count: ids.length })}>
          <span className={css['bulk-count']}>{t(messages.selected, { count: ids.length })}</span>
          {ids.length < total && <SelectAllButton total={total} onSelectAll={onSelectAll} />}
          {has('triage') && <AssignButton onAssign={(user) => void bulk.start(ids, (id) => assign(id, user))} />}
          {has('refer') && (
            <ConfirmButton
              size="xs"
              icon="bell"
              label={t(messages.remind)}
              title={t(messages.remindTitle)}
              text={t(messages.remindText)}
              confirmLabel={t(messages.remind)}
              onConfirm={() => void bulk.start(ids, (id) => remindDepartments(core, id))}
            />
          )}
          <Button size="xs" icon="copy" onClick={() => void copy()}>
            {t(messages.copyNumbers)}
          </Button>
          <Button size="xs" kind="quiet" onClick={onClear}>
            {t(messages.unselect)}
          </Button>
        </div>
      )}
    </>
  )
}

/** All that the list holds, beyond the rows in sight too (bug 15). */
function SelectAllButton({ total, onSelectAll }: Pick<BulkBarProps, 'total' | 'onSelectAll'>) {
  const { t, say } = useSpeech()
  const action = useCoreAction(onSelectAll)
  return (
    <>
      {action.refusal !== null && <Text size="sm">{say(action.refusal)}</Text>}
      <Button size="xs" busy={action.busy} onClick={() => void action.run(undefined)}>
        {t(messages.selectAll, { count: total })}
      </Button>
    </>
  )
}

async function assign(id: string, user: string): Promise<boolean> {
  await core.triage.assign({ case: id, user: UserId.parse(user) })
  return true
}

function AssignButton({ onAssign }: { readonly onAssign: (user: string) => void }) {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const [opened, setOpened] = useState(false)
  const [user, setUser] = useState<string | null>(session.user.id)
  const [lacks, setLacks] = useState(false)
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} }), { enabled: opened })
  const options = (users.data ?? []).filter((one) => one.active).map((one) => ({ value: one.id, label: say(one.name) }))
  const submit = () => {
    setLacks(user === null)
    if (user === null) return
    setOpened(false)
    onAssign(user)
  }
  return (
    <>
      <Button size="xs" icon="user" onClick={() => setOpened(true)}>
        {t(messages.assign)}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t(messages.assignTitle)} size="sm">
        <Form
          label={t(messages.assignTitle)}
          errors={lacks ? [{ field: 'assign-to', message: t(messages.needUser) }] : []}
          onSubmit={submit}
        >
          <SelectField
            required
            autoFocus
            name="assign-to"
            label={t(messages.assignTo)}
            options={options.length === 0 ? [{ value: session.user.id, label: say(session.user.name) }] : options}
            value={user}
            onChange={setUser}
          />
          <Button type="submit" kind="primary">
            {t(messages.assign)}
          </Button>
        </Form>
      </Dialog>
    </>
  )
}

interface BulkOutcomeProps {
  readonly result: BulkResult
  readonly references: ReadonlyMap<string, string>
  readonly onDismiss: () => void
}

const mostShown = 5

function BulkOutcome({ result, references, onDismiss }: BulkOutcomeProps) {
  const { t, say } = useSpeech()
  const { done, refused } = result
  return (
    <Notice
      live
      tone={refused.length === 0 ? 'good' : 'warn'}
      title={t(messages.bulkDone, { count: done })}
      actions={
        <Button size="xs" onClick={onDismiss}>
          {t(messages.dismiss)}
        </Button>
      }
    >
      {refused.length > 0 && (
        <>
          {t(messages.bulkRefused, { count: refused.length })}
          <ul className={css['refused']}>
            {refused.slice(0, mostShown).map(({ id, why }) => (
              <li key={id}>
                <bdi>{references.get(id) ?? id}</bdi>: {why === null ? t(messages.bulkNoReferral) : say(why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
