import { useState } from 'react'
import type { DuePreview } from '#shared/contract/desktop/admin.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { adminDueMoveMessages } from '#shared/i18n/admin-due-moves.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { api, core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { versionParts } from '#renderer/parts/version-text.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { GoalEditor } from './goal-editor.tsx'
import { LadderEditor } from './ladder-editor.tsx'
import { LimitDialog } from './limit-dialog.tsx'
import { CaseLimits, ReferralLimits } from './limit-grids.tsx'
import type { LimitPlace } from './limit-table.ts'
import { limitAt, withLimit } from './limit-table.ts'
import { MovesDialog } from './moves-dialog.tsx'
import { PeriodFields, periodDraft, withPeriods } from './period-fields.tsx'
import { PriorityEditor } from './priority-editor.tsx'
import { SaveBar } from './save-bar.tsx'

/** How long everything may take, with the version in force (L-05, W11), the priority matrix (L-09), and what figures should reach (K-07). */
export function LimitsScreen() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.admin.targets.queryOptions({ input: {} }))
  return (
    <SettingsPage section="limits" subtitle={t(adminLimitMessages.limitsNote)}>
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {({ targets, version }) => <LimitsEditor key={version} targets={targets} version={version} />}
      </AsyncView>
      <PriorityEditor />
      <LadderEditor />
      <GoalEditor />
    </SettingsPage>
  )
}

/** Limits being typed; null in `whole` while a number is missing. */
function useDraft(targets: ServiceTargets) {
  const [limits, setLimits] = useState(targets)
  const [periods, setPeriods] = useState(() => periodDraft(targets))
  return {
    limits,
    setLimits,
    periods,
    setPeriods,
    changed: JSON.stringify([limits, periods]) !== JSON.stringify([targets, periodDraft(targets)]),
    whole: withPeriods(limits, periods),
    discard: () => {
      setLimits(targets)
      setPeriods(periodDraft(targets))
    },
  }
}

function LimitsEditor({ targets, version }: { readonly targets: ServiceTargets; readonly version: string }) {
  const { t } = useSpeech()
  const draft = useDraft(targets)
  const { limits, whole } = draft
  const [place, setPlace] = useState<LimitPlace | null>(null)
  const [lacking, setLacking] = useState(false)
  const [moves, setMoves] = useState<DuePreview | null>(null)
  const preview = useCoreAction(core.admin.previewTargets, setMoves)
  const save = useCoreAction(core.admin.setTargets, ({ moved }) =>
    showToast({ tone: 'good', text: t(adminLimitMessages.limitsSaved, { count: moved }) }),
  )
  const submit = () => {
    setLacking(whole === null)
    if (whole !== null) void preview.run({ targets: whole })
  }
  const discard = () => {
    draft.discard()
    setLacking(false)
  }
  const confirm = async () => {
    if (whole !== null) await save.run({ targets: whole })
    setMoves(null)
  }
  return (
    <>
      <Problems lacking={lacking} refusal={preview.refusal ?? save.refusal} />
      <CaseLimits targets={limits} onEdit={setPlace} />
      <ReferralLimits targets={limits} onEdit={setPlace} />
      <PeriodFields draft={draft.periods} onChange={draft.setPeriods} />
      <VersionLine version={version} />
      <SaveBar
        changed={draft.changed}
        busy={preview.busy}
        label={t(adminDueMoveMessages.review)}
        onSave={submit}
        onDiscard={discard}
      />
      {place !== null && (
        <LimitDialog
          place={place}
          limit={limitAt(limits, place)}
          onClose={() => setPlace(null)}
          onSet={(limit) => {
            draft.setLimits(withLimit(limits, place, limit))
            setPlace(null)
          }}
        />
      )}
      {moves !== null && (
        <MovesDialog
          title={adminLimitMessages.reviewLimits}
          confirm={adminLimitMessages.confirmLimits}
          preview={moves}
          busy={save.busy}
          onConfirm={() => void confirm()}
          onClose={() => setMoves(null)}
        />
      )}
    </>
  )
}

function Problems({ lacking, refusal }: { readonly lacking: boolean; readonly refusal: Failure | null }) {
  const { t } = useSpeech()
  return (
    <>
      {lacking && (
        <Notice tone="bad" live>
          {t(adminLimitMessages.needNumbers)}
        </Notice>
      )}
      <Refused title={adminMessages.notSaved} refusal={refusal} />
    </>
  )
}

function VersionLine({ version }: { readonly version: string }) {
  const { t, date } = useSpeech()
  const { at, letters } = versionParts(version)
  return (
    <Text size="xs" quiet>
      {t(adminMessages.version, { version: at === null ? '' : date(at) })} <Isolated ltr>{letters}</Isolated>
    </Text>
  )
}
