import { useState } from 'react'
import type { CaseLine } from '#shared/contract/desktop/views.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { CaseLineList } from '#renderer/parts/case-line-row.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { RadioField } from '#renderer/ui/radio-field.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { NoteField } from './note-field.tsx'
import { NoteForm } from './note-form.tsx'
import { StepForm, need } from './step-form.tsx'
import { useKept } from './use-kept.ts'
import type { StepProps } from './use-step.ts'
import { useStep } from './use-step.ts'

interface Joined {
  readonly other: string | null
  readonly kind: 'duplicate' | 'repeat'
  readonly direction: 'this_follows' | 'other_follows'
  readonly note: string
}

/** Joins two cases; which of them leads is chosen, and the link can be undone (L-16, L-17). */
export function LinkStep(step: StepProps) {
  const { t } = useSpeech()
  const { id } = step.view.line
  const { value, set } = useKept<Joined>(step.keep, {
    other: null,
    kind: 'duplicate',
    direction: 'this_follows',
    note: '',
  })
  const { lines, field } = useFoundCases(step)
  const action = useStep(
    step,
    ({ case: own, other, kind, note }: { case: string; other: string; kind: Joined['kind']; note: string }) => {
      const isThis = value.direction === 'this_follows'
      return core.triage.link({ case: isThis ? own : other, lead: isThis ? other : own, kind, note })
    },
    doneMessages.doneLinked,
  )
  const chosen = lines.find((line) => line.id === value.other) ?? null
  return (
    <StepForm
      step={step}
      title={detailsMessages.link}
      submit={detailsMessages.linkSubmit}
      action={action}
      lacks={[need(chosen?.id ?? null, 'other-search', detailsMessages.otherMissing)]}
      onSubmit={() => chosen !== null && void action.run({ other: chosen.id, kind: value.kind, note: value.note })}
    >
      <Text quiet>{t(detailsMessages.linkAbout)}</Text>
      {field}
      {lines.length > 0 && (
        <RadioField
          name="other"
          label={t(detailsMessages.otherCase)}
          options={lines
            .filter((line) => line.id !== id)
            .map((line) => ({ value: line.id, label: `${line.reference}`, hint: line.subject }))}
          value={value.other}
          onChange={(other) => set({ other })}
        />
      )}
      {chosen !== null && <CaseLineList lines={[chosen]} label={t(detailsMessages.otherCase)} />}
      <RadioField
        name="kind"
        label={t(detailsMessages.linkKind)}
        options={[
          { value: 'duplicate', label: t(detailsMessages.kindDuplicate), hint: t(detailsMessages.kindDuplicateHint) },
          { value: 'repeat', label: t(detailsMessages.kindRepeat), hint: t(detailsMessages.kindRepeatHint) },
        ]}
        value={value.kind}
        onChange={(kind) => set({ kind: kind === 'repeat' ? 'repeat' : 'duplicate' })}
      />
      <RadioField
        name="direction"
        label={t(detailsMessages.linkDirection)}
        options={[
          { value: 'this_follows', label: t(detailsMessages.thisFollows) },
          { value: 'other_follows', label: t(detailsMessages.otherFollows) },
        ]}
        value={value.direction}
        onChange={(direction) => set({ direction: direction === 'other_follows' ? 'other_follows' : 'this_follows' })}
      />
      <NoteField rows={2} value={value} set={set} />
    </StepForm>
  )
}

/** The person's other cases and those like this one at first; those that fit what is typed afterwards (L-14). */
function useFoundCases({ view }: StepProps) {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const wanted = useDebounced(text.trim(), 200)
  const isTyped = wanted.length > 1
  const person = view.person?.id
  const similar = useCoreQuery(api.cases.similar.queryOptions({ input: { text: view.line.subject } }), {
    enabled: !isTyped && view.line.subject !== '',
  })
  const own = useCoreQuery(api.people.get.queryOptions({ input: { id: person ?? '' } }), {
    enabled: !isTyped && person !== undefined,
  })
  const found = useCoreQuery(
    api.cases.search.queryOptions({ input: { text: isTyped ? wanted : '-', page: { offset: 0, limit: 8 } } }),
    { enabled: isTyped, keepPrevious: true },
  )
  const alike: readonly CaseLine[] = isTyped
    ? (found.data?.lines ?? [])
    : [...(own.data?.cases ?? []), ...(similar.data?.lines ?? [])]
  const lines = alike
    .filter((line, place) => line.id !== view.line.id && alike.findIndex(({ id }) => id === line.id) === place)
    .slice(0, 8)
  return {
    lines,
    field: (
      <>
        <TextField
          autoFocus
          name="other-search"
          label={t(detailsMessages.otherSearch)}
          value={text}
          maxLength={200}
          onChange={setText}
        />
        {lines.length === 0 && (
          <Text quiet>{isTyped ? t(detailsMessages.otherNone) : t(detailsMessages.otherHint)}</Text>
        )}
      </>
    ),
  }
}

export function UnlinkStep(step: StepProps) {
  const { t } = useSpeech()
  const action = useStep(step, core.triage.unlink, doneMessages.doneUnlinked)
  const lead = step.view.linkedCases.find(({ role }) => role === 'lead')
  return (
    <>
      {lead !== undefined && (
        <Notice tone="info">{t(detailsMessages.unlinkFrom, { reference: lead.reference })}</Notice>
      )}
      <NoteForm
        step={step}
        title={detailsMessages.unlink}
        about={t(detailsMessages.unlinkAbout)}
        submit={detailsMessages.unlinkSubmit}
        action={action}
      />
    </>
  )
}
