import { useState } from 'react'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { api, core } from '#renderer/client/core.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { versionParts } from '#renderer/parts/version-text.ts'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { LimitDialog } from './limit-dialog.tsx'
import { CaseLimits, ReferralLimits } from './limit-grids.tsx'
import type { LimitPlace } from './limit-table.ts'
import { limitAt, withLimit } from './limit-table.ts'
import { PeriodFields, periodDraft, withPeriods } from './period-fields.tsx'
import { Refused } from './refused.tsx'
import { SaveBar } from './save-bar.tsx'

/** How long everything may take, with the version in force (L-05, W11). */
export function LimitsScreen() {
  const { t } = useSpeech()
  const query = useCoreQuery(api.admin.targets.queryOptions({ input: {} }))
  return (
    <SettingsPage section="limits" subtitle={t(words.limitsNote)}>
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {({ targets, version }) => <LimitsEditor key={version} targets={targets} version={version} />}
      </AsyncView>
    </SettingsPage>
  )
}

function LimitsEditor({ targets, version }: { readonly targets: ServiceTargets; readonly version: string }) {
  const { t } = useSpeech()
  const [draft, setDraft] = useState(targets)
  const [periods, setPeriods] = useState(() => periodDraft(targets))
  const [place, setPlace] = useState<LimitPlace | null>(null)
  const [lacking, setLacking] = useState(false)
  const save = useCoreAction(core.admin.setTargets, () => showToast({ tone: 'good', text: t(words.saved) }))
  const changed = JSON.stringify([draft, periods]) !== JSON.stringify([targets, periodDraft(targets)])
  const submit = () => {
    const whole = withPeriods(draft, periods)
    setLacking(whole === null)
    if (whole !== null) void save.run({ targets: whole })
  }
  const discard = () => {
    setDraft(targets)
    setPeriods(periodDraft(targets))
    setLacking(false)
  }
  return (
    <>
      <Problems lacking={lacking} refusal={save.refusal} />
      <CaseLimits targets={draft} onEdit={setPlace} />
      <ReferralLimits targets={draft} onEdit={setPlace} />
      <PeriodFields draft={periods} onChange={setPeriods} />
      <VersionLine version={version} />
      <SaveBar changed={changed} busy={save.busy} label={t(words.save)} onSave={submit} onDiscard={discard} />
      {place !== null && (
        <LimitDialog
          place={place}
          limit={limitAt(draft, place)}
          onClose={() => setPlace(null)}
          onSet={(limit) => {
            setDraft(withLimit(draft, place, limit))
            setPlace(null)
          }}
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
          {t(words.needNumbers)}
        </Notice>
      )}
      <Refused refusal={refusal} />
    </>
  )
}

function VersionLine({ version }: { readonly version: string }) {
  const { t, date } = useSpeech()
  const { at, letters } = versionParts(version)
  return (
    <Text size="xs" quiet>
      {t(words.version, { version: at === null ? '' : date(at) })} <Isolated ltr>{letters}</Isolated>
    </Text>
  )
}
