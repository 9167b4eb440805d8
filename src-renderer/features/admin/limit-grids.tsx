import { complexities } from '#shared/domain/case/codes.ts'
import { caseTypes } from '#shared/domain/lists/case-types.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminListMessages } from '#shared/i18n/admin-lists.ts'
import { complexityLabels, typeLabels } from '#shared/i18n/codes.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import type { LimitPlace } from './limit-table.ts'
import { limitAt } from './limit-table.ts'
import { useLimitWords } from './use-limit-words.ts'
import css from './admin.module.css'

interface GridProps {
  readonly targets: ServiceTargets
  readonly onEdit: (place: LimitPlace) => void
}

/** Limits of a case, a row a type (L-05). */
export function CaseLimits({ targets, onEdit }: GridProps) {
  const { t, label } = useSpeech()
  const columns = [null, ...complexities] as const
  return (
    <Panel flush title={t(adminLimitMessages.caseLimits)}>
      <Table
        caption={t(adminListMessages.tableOf, { title: t(adminLimitMessages.caseLimits) })}
        rows={[...caseTypes, null]}
        keyOf={(type) => type ?? 'fallback'}
        columns={[
          {
            key: 'type',
            header: t(adminLimitMessages.type),
            cell: (type) => (type === null ? t(adminLimitMessages.fallback) : label(typeLabels, type)),
          },
          ...columns.map((complexity) => ({
            key: complexity ?? 'any',
            header: complexity === null ? t(adminLimitMessages.anyComplexity) : label(complexityLabels, complexity),
            cell: (type: (typeof caseTypes)[number] | null) => {
              if (type !== null)
                return <LimitButton targets={targets} onEdit={onEdit} place={{ kind: 'case', type, complexity }} />
              return complexity === null ? (
                <LimitButton targets={targets} onEdit={onEdit} place={{ kind: 'case-fallback' }} />
              ) : null
            },
          })),
        ]}
      />
    </Panel>
  )
}

/** Limits of a referral, by complexity of its case. */
export function ReferralLimits({ targets, onEdit }: GridProps) {
  const { t, label } = useSpeech()
  const places: readonly LimitPlace[] = [
    ...complexities.map((complexity) => ({ kind: 'referral', complexity }) as const),
    { kind: 'referral-fallback' },
  ]
  return (
    <Panel flush title={t(adminLimitMessages.referralLimits)}>
      <Table
        caption={t(adminListMessages.tableOf, { title: t(adminLimitMessages.referralLimits) })}
        rows={places}
        keyOf={(place) => (place.kind === 'referral' ? place.complexity : 'fallback')}
        columns={[
          {
            key: 'complexity',
            header: t(adminLimitMessages.caseComplexity),
            cell: (place) =>
              place.kind === 'referral' ? label(complexityLabels, place.complexity) : t(adminLimitMessages.fallback),
          },
          {
            key: 'limit',
            header: t(adminLimitMessages.limit),
            cell: (place) => <LimitButton targets={targets} onEdit={onEdit} place={place} />,
          },
        ]}
      />
    </Panel>
  )
}

/** Says the limit in force here; one that only follows a general limit stands back. */
function LimitButton({ targets, onEdit, place }: GridProps & { readonly place: LimitPlace }) {
  const { t } = useSpeech()
  const { sayLimit, sayPlace } = useLimitWords()
  const limit = limitAt(targets, place)
  const general =
    place.kind === 'case' && place.complexity !== null ? adminLimitMessages.asType : adminLimitMessages.asFallback
  const text = limit === null ? t(general) : sayLimit(limit)
  return (
    <button
      type="button"
      className={css['limit']}
      data-general={limit === null || undefined}
      aria-label={t(adminLimitMessages.editLimit, { limit: text, name: sayPlace(place) })}
      onClick={() => onEdit(place)}
    >
      {text}
    </button>
  )
}
