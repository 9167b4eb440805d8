import { adminMessages as words } from '#shared/i18n/admin.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'

export function ActiveBadge({ active }: { readonly active: boolean }) {
  const { t } = useSpeech()
  return active ? <Badge tone="good">{t(words.active)}</Badge> : <Badge icon="pause">{t(words.inactive)}</Badge>
}
