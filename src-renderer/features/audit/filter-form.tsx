import type { ReactNode } from 'react'
import type { AuditKind } from '#shared/contract/desktop/audit.ts'
import { auditKinds } from '#shared/contract/desktop/audit.ts'
import { auditKindLabels, auditMessages as messages } from '#shared/i18n/audit.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { AuditChoice } from './audit-filter.ts'
import { noChoice } from './audit-filter.ts'
import css from './audit.module.css'

interface FilterFormProps {
  readonly choice: AuditChoice
  readonly onChange: (part: Partial<AuditChoice>) => void
  readonly actions: ReactNode
}

/** By user, kind, case and period (G-06). */
export function FilterForm({ choice, onChange, actions }: FilterFormProps) {
  const { t, say, label } = useSpeech()
  const users = useCoreQuery(api.admin.users.queryOptions({ input: {} })).data ?? []
  const isChosen = JSON.stringify(choice) !== JSON.stringify(noChoice)
  return (
    <Panel>
      <div role="search" aria-label={t(messages.filter)} className={css['filter']}>
        <SelectField
          name="audit-user"
          label={t(messages.user)}
          placeholder={t(messages.everyone)}
          options={users.map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={choice.user}
          onChange={(user) => onChange({ user })}
        />
        <SelectField
          name="audit-kind"
          label={t(messages.kind)}
          placeholder={t(messages.allReads)}
          options={auditKinds.map((kind) => ({ value: kind, label: label(auditKindLabels, kind) }))}
          value={choice.kind}
          onChange={(kind) => onChange({ kind: kind as AuditKind | null })}
        />
        <TextField
          name="audit-case"
          label={t(messages.case)}
          maxLength={64}
          value={choice.case}
          onChange={(reference) => onChange({ case: reference })}
        />
        <DateField
          name="audit-from"
          label={t(messages.from)}
          value={choice.from}
          onChange={(from) => onChange({ from })}
        />
        <DateField name="audit-to" label={t(messages.to)} value={choice.to} onChange={(to) => onChange({ to })} />
      </div>
      <div className={css['foot']}>
        {isChosen && (
          <Button kind="quiet" icon="close" onClick={() => onChange(noChoice)}>
            {t(messages.clear)}
          </Button>
        )}
        {actions}
      </div>
    </Panel>
  )
}
