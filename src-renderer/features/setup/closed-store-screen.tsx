import { setupMessages as messages } from '#shared/i18n/setup.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'

/** A store that this program must not open: damaged, or written by a newer version. */
export function ClosedStoreScreen({ kind }: { readonly kind: 'newer' | 'damaged' }) {
  const { t } = useSpeech()
  const damaged = kind === 'damaged'
  return (
    <GateCard title={t(damaged ? messages.damagedTitle : messages.newerTitle)}>
      <Notice tone={damaged ? 'bad' : 'warn'}>{t(damaged ? messages.damagedText : messages.newerText)}</Notice>
    </GateCard>
  )
}
