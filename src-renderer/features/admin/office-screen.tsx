import { useState } from 'react'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Refused } from '#renderer/parts/refused.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useLacks } from './use-lacks.ts'
import type { OfficeForm } from './office-form.ts'
import { lacksOfOffice, officeForm, officeInput } from './office-form.ts'
import { OfficeLooks } from './office-looks.tsx'
import { OfficeRules } from './office-rules.tsx'
import { SaveBar } from './save-bar.tsx'

/** How the office is called, what its papers look like, how it works (D1 to D12). */
export function OfficeScreen() {
  const query = useCoreQuery(api.admin.settings.queryOptions({ input: {} }))
  return (
    <SettingsPage section="office">
      <AsyncView query={query} skeleton={<SkeletonRows />}>
        {(settings) => <OfficeEditor key={JSON.stringify(settings)} settings={settings} />}
      </AsyncView>
    </SettingsPage>
  )
}

function OfficeEditor({ settings }: { readonly settings: OfficeSettings }) {
  const { t } = useSpeech()
  const [form, setForm] = useState(officeForm(settings))
  const { lacks, tell } = useLacks(lacksOfOffice(form))
  const save = useCoreAction(saveOffice, () => showToast({ tone: 'good', text: t(words.saved) }))
  const change = (part: Partial<OfficeForm>) => setForm({ ...form, ...part })
  const submit = () => {
    const input = officeInput(form)
    if (tell() && input !== null) void save.run(input)
  }
  return (
    <Form
      label={t(words.office)}
      errors={lacks.map((lack) => ({ field: lack.field, message: t(lack.words) }))}
      onSubmit={submit}
    >
      <Refused title={words.notSaved} refusal={save.refusal} />
      <OfficeLooks form={form} change={change} />
      <OfficeRules form={form} change={change} />
      <SaveBar
        changed={JSON.stringify(form) !== JSON.stringify(officeForm(settings))}
        busy={save.busy}
        label={t(words.save)}
        onSave={submit}
        onDiscard={() => setForm(officeForm(settings))}
      />
    </Form>
  )
}

/** Attempts and extensions also stand among the targets, by which reports measure: both say the same. */
async function saveOffice(input: Parameters<typeof core.admin.setSettings>[0]): Promise<void> {
  const { count, days, bands, channels } = input.attempts
  const { targets } = await core.admin.targets({})
  const measured = {
    ...targets,
    extensionsPerCycle: input.extensionsPerCycle,
    contactAttempts: { count, days, timeBands: bands, channels },
  }
  await core.admin.setSettings(input)
  if (JSON.stringify(measured) !== JSON.stringify(targets)) await core.admin.setTargets({ targets: measured })
}
