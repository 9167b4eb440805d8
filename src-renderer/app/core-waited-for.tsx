import { useEffect, useState } from 'react'
import { useConnection } from '#renderer/client/connection.ts'
import { coreTrouble } from '#renderer/client/trouble.ts'
import { GateCard } from '#renderer/parts/gate-card.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { SkeletonLines } from '#renderer/ui/states.tsx'
import type { TroubleAnswer } from '#shared/contract/desktop/trouble.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { shellMessages } from '#shared/i18n/shell.ts'

/** While the core starts; and what is said when it does not come. */
export function CoreWaitedFor() {
  const { t, say } = useSpeech()
  const isLost = useConnection() === 'lost'
  const [trouble, setTrouble] = useState<TroubleAnswer | null>(null)
  useEffect(() => {
    if (isLost) void coreTrouble().then((found) => found !== null && setTrouble(found))
  }, [isLost])
  if (trouble !== null)
    return (
      <GateCard title={t(shellMessages.cannotOpen)}>
        <Notice tone="bad" live>
          {say(trouble)}
        </Notice>
      </GateCard>
    )
  return (
    <>
      {isLost && (
        <Notice tone="warn" live>
          {t(words.lostNote)}
        </Notice>
      )}
      <SkeletonLines />
    </>
  )
}
