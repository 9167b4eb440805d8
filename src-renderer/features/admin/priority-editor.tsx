import { useState } from 'react'
import { complexities, importances, priorities } from '#shared/domain/case/codes.ts'
import type { Complexity, Importance, Priority } from '#shared/domain/case/codes.ts'
import type { PriorityMatrix } from '#shared/domain/case/priority.ts'
import { adminTargetMessages } from '#shared/i18n/admin-targets.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { complexityLabels, importanceLabels, priorityLabels } from '#shared/i18n/codes.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { SaveBar } from './save-bar.tsx'
import css from './admin.module.css'

/** Priority by importance and complexity, as it is computed at classification (L-07, L-09). */
export function PriorityEditor() {
  const query = useCoreQuery(api.admin.priorities.queryOptions({ input: {} }))
  return (
    <AsyncView query={query} skeleton={<SkeletonRows />}>
      {(matrix) => <MatrixEditor key={JSON.stringify(matrix)} matrix={matrix} />}
    </AsyncView>
  )
}

function MatrixEditor({ matrix }: { readonly matrix: PriorityMatrix }) {
  const { t } = useSpeech()
  const [draft, setDraft] = useState(matrix)
  const save = useCoreAction(core.admin.setPriorities, () => showToast({ tone: 'good', text: t(adminMessages.saved) }))
  const set = (importance: Importance, complexity: Complexity, priority: Priority) =>
    setDraft({ ...draft, [importance]: { ...draft[importance], [complexity]: priority } })
  return (
    <>
      <Refused title={adminMessages.notSaved} refusal={save.refusal} />
      <Panel title={t(adminTargetMessages.priorityMatrix)}>
        <Stack gap="xs">
          <Text size="sm" quiet>
            {t(adminTargetMessages.priorityMatrixNote)}
          </Text>
          <Matrix matrix={draft} onSet={set} />
        </Stack>
      </Panel>
      <SaveBar
        changed={JSON.stringify(draft) !== JSON.stringify(matrix)}
        busy={save.busy}
        label={t(adminMessages.save)}
        onSave={() => void save.run({ matrix: draft })}
        onDiscard={() => setDraft(matrix)}
      />
    </>
  )
}

interface MatrixProps {
  readonly matrix: PriorityMatrix
  readonly onSet: (importance: Importance, complexity: Complexity, priority: Priority) => void
}

function Matrix({ matrix, onSet }: MatrixProps) {
  const { t, label } = useSpeech()
  return (
    <Table
      caption={t(adminTargetMessages.priorityMatrix)}
      rows={importances.toReversed()}
      keyOf={(importance) => importance}
      columns={[
        {
          key: 'importance',
          header: t(adminTargetMessages.importance),
          cell: (importance) => label(importanceLabels, importance),
        },
        ...complexities.map((complexity) => ({
          key: complexity,
          header: label(complexityLabels, complexity),
          cell: (importance: Importance) => (
            <select
              className={css['limit']}
              aria-label={t(adminTargetMessages.priorityOf, {
                importance: label(importanceLabels, importance),
                complexity: label(complexityLabels, complexity),
              })}
              value={matrix[importance][complexity]}
              onChange={(event) => onSet(importance, complexity, event.currentTarget.value as Priority)}
            >
              {priorities.map((priority) => (
                <option key={priority} value={priority}>
                  {label(priorityLabels, priority)}
                </option>
              ))}
            </select>
          ),
        })),
      ]}
    />
  )
}
