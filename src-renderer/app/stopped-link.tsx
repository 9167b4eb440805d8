import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import css from './frame.module.css'

/** An exchange that only a person can set going again: whoever registers here would think that his office has it (S10, S12). */
export function StoppedLink() {
  const { t, say } = useSpeech()
  const { data: sync } = useCoreQuery(api.sync.status.queryOptions({ input: {} }))
  if (sync?.link.kind !== 'stopped') return null
  return (
    <div className={css['lost']}>
      <Notice
        tone="bad"
        live
        title={t(words.stoppedLink)}
        actions={<a href={paths.settings('sync')}>{t(words.stoppedLinkOpen)}</a>}
      >
        {say(sync.link.reason)}
      </Notice>
    </div>
  )
}
