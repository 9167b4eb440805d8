import { systemMessages as words } from '#shared/i18n/system.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { SettingsPage } from '#renderer/parts/settings-page.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Columns } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { BackupsPanel } from './backups-panel.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { PracticePanel } from './practice-panel.tsx'
import { RecoveryForm } from './recovery-form.tsx'
import { StatePanel } from './state-panel.tsx'
import css from './system.module.css'

/** The state of the program and everything that keeps its data safe. */
export function SystemScreen() {
  const { t } = useSpeech()
  const { session, has } = useSession()
  const keeps = has('manage_store')
  return (
    <SettingsPage section="system">
      <StatePanel />
      {session.office.practice && <PracticePanel />}
      <ChecksPanel />
      <BackupsPanel />
      {keeps && (
        <Panel title={t(words.ways)}>
          <Text quiet>{t(words.waysText)}</Text>
          <div className={css['ways']}>
            <Columns count={2} gap="xl">
              <RecoveryForm />
              <PassphraseForm />
            </Columns>
          </div>
        </Panel>
      )}
    </SettingsPage>
  )
}
