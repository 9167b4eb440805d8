import { useState } from 'react'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { ladderMessages as messages } from '#shared/i18n/ladder.ts'
import { api, core } from '#renderer/client/core.ts'
import { useCoreAction, useCoreQuery } from '#renderer/client/use-core.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { SkeletonRows } from '#renderer/ui/states.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { draftOf, ladderOf, mostRungs, nextRung } from './ladder-draft.ts'
import type { RungDraft } from './ladder-draft.ts'
import { LadderTrial } from './ladder-trial.tsx'
import { RungFields } from './rung-fields.tsx'
import { SaveBar } from './save-bar.tsx'

/** How a late referral rises: levels, delays and whom they tell, tried on a case before it is saved (E-02, E-03). */
export function LadderEditor() {
  const query = useCoreQuery(api.admin.ladder.queryOptions({ input: {} }))
  return (
    <AsyncView query={query} skeleton={<SkeletonRows />}>
      {(ladder) => <Editor key={JSON.stringify(ladder)} ladder={ladder} />}
    </AsyncView>
  )
}

function Editor({ ladder }: { readonly ladder: Ladder }) {
  const { t } = useSpeech()
  const [draft, setDraft] = useState(() => draftOf(ladder))
  const [lacking, setLacking] = useState(false)
  const save = useCoreAction(core.admin.setLadder, () => showToast({ tone: 'good', text: t(words.saved) }))
  const whole = ladderOf(draft)
  const submit = () => {
    setLacking(whole === null)
    if (whole !== null) void save.run({ ladder: whole })
  }
  const put = (at: number, rung: RungDraft) => setDraft(draft.map((each, index) => (index === at ? rung : each)))
  return (
    <>
      <Refused title={words.notSaved} refusal={save.refusal} />
      {lacking && whole === null && <Notice tone="bad">{t(messages.incomplete)}</Notice>}
      <Panel title={t(messages.title)}>
        <Stack gap="sm">
          <Text size="sm" quiet>
            {t(messages.note)}
          </Text>
          {draft.map((rung, index) => (
            <RungFields
              key={index}
              level={index + 1}
              rung={rung}
              onChange={(changed) => put(index, changed)}
              onRemove={() => setDraft(draft.filter((_, other) => other !== index))}
            />
          ))}
          {draft.length < mostRungs && (
            <Row>
              <Button size="xs" icon="plus" onClick={() => setDraft([...draft, nextRung(draft)])}>
                {t(messages.add)}
              </Button>
            </Row>
          )}
          <LadderTrial ladder={whole} />
        </Stack>
      </Panel>
      <SaveBar
        changed={JSON.stringify(draft) !== JSON.stringify(draftOf(ladder))}
        busy={save.busy}
        label={t(words.save)}
        onSave={submit}
        onDiscard={() => setDraft(draftOf(ladder))}
      />
    </>
  )
}
