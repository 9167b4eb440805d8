import { useState } from 'react'
import type { QueueName } from '#shared/contract/desktop/cases.ts'
import { queuesMessages as messages } from '#shared/i18n/queues.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Look } from './queue-store.ts'
import { useQueues } from './queue-store.ts'

interface SavedViewsProps {
  readonly queue: QueueName
  readonly look: Look
  readonly onLook: (look: Look) => void
}

/** Looks with a name: filter and order of a queue. */
export function SavedViews({ queue, look, onLook }: SavedViewsProps) {
  const { t } = useSpeech()
  const [naming, setNaming] = useState(false)
  const views = useQueues((state) => state.views)
  const deleteView = useQueues((state) => state.deleteView)
  const own = views.filter((view) => view.queue === queue)
  return (
    <>
      <MenuButton
        label={t(messages.views)}
        icon="star"
        items={[
          ...own.map((view) => ({
            key: `open-${view.name}`,
            label: view.name,
            icon: 'eye' as const,
            onClick: () => onLook({ filter: view.filter, sort: view.sort, descending: view.descending }),
          })),
          { key: 'save', label: t(messages.viewSave), icon: 'plus' as const, onClick: () => setNaming(true) },
          ...own.map((view) => ({
            key: `delete-${view.name}`,
            label: t(messages.viewDelete, { name: view.name }),
            icon: 'trash' as const,
            danger: true,
            onClick: () => deleteView(view),
          })),
        ]}
      />
      <Dialog opened={naming} onClose={() => setNaming(false)} title={t(messages.viewSave)} size="sm">
        <NameView queue={queue} look={look} onDone={() => setNaming(false)} />
      </Dialog>
    </>
  )
}

function NameView({ queue, look, onDone }: Omit<SavedViewsProps, 'onLook'> & { readonly onDone: () => void }) {
  const { t } = useSpeech()
  const saveView = useQueues((state) => state.saveView)
  const [name, setName] = useState('')
  const [lacks, setLacks] = useState(false)
  const submit = () => {
    setLacks(name.trim() === '')
    if (name.trim() === '') return
    saveView({ ...look, queue, name: name.trim() })
    showToast({ tone: 'good', text: t(messages.viewSaved, { name: name.trim() }) })
    onDone()
  }
  return (
    <Form
      label={t(messages.viewSave)}
      errors={lacks ? [{ field: 'view-name', message: t(messages.viewNeedName) }] : []}
      onSubmit={submit}
    >
      <TextField
        required
        autoFocus
        name="view-name"
        label={t(messages.viewName)}
        value={name}
        maxLength={60}
        onChange={setName}
      />
      <Button type="submit" kind="primary">
        {t(messages.save)}
      </Button>
    </Form>
  )
}
