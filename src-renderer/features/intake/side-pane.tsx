import { useState } from 'react'
import type { CallerHistory } from '#shared/contract/desktop/views.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import type { QueryView } from '#renderer/client/use-core.ts'
import { PageViewer, isViewable } from '#renderer/parts/page-viewer.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { CallersPanel, KnownCallerPanel } from './callers-panel.tsx'
import { useIntake } from './intake-store.ts'
import { SimilarPanel } from './similar-panel.tsx'
import css from './intake.module.css'

interface SidePaneProps {
  readonly asked: boolean
  readonly query: QueryView<{ readonly callers: readonly CallerHistory[] }>
  readonly onChoose: (caller: CallerHistory) => void
  readonly viewed: string | null
  readonly onView: (upload: string) => void
}

/** Beside the form: who calls and what he brought before, like cases, and the pages of a fax or scan. */
export function SidePane({ asked, query, onChoose, viewed, onView }: SidePaneProps) {
  const { t } = useSpeech()
  const form = useIntake((state) => state.form)
  const [tab, setTab] = useState<string | null>(null)
  const files = form.uploads.map(({ upload, ...file }) => ({ ...file, file: upload }))
  const pages = files.filter(isViewable)
  const history = (
    <Stack>
      {form.known !== null && <KnownCallerPanel id={form.known.id} />}
      {form.known === null && !form.anonymous && <CallersPanel asked={asked} query={query} onChoose={onChoose} />}
      <SimilarPanel />
    </Stack>
  )
  if (pages.length === 0) return <div className={css['side']}>{history}</div>
  const shown = tab ?? 'pages'
  return (
    <div className={css['side']} data-pages={shown === 'pages' || undefined}>
      <Tabs
        label={t(messages.sideLabel)}
        value={shown}
        onChange={setTab}
        tabs={[
          { value: 'pages', label: t(messages.tabPages), icon: 'file' },
          { value: 'history', label: t(messages.tabHistory), icon: 'user' },
        ]}
      >
        {shown === 'pages' ? (
          <div className={css['pages']}>
            <PageViewer files={pages} shown={viewed} onShow={onView} />
          </div>
        ) : (
          history
        )}
      </Tabs>
    </div>
  )
}
