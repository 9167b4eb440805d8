import { partsMessages } from '#shared/i18n/parts.ts'
import { operatorDetail } from '#shared/lib/refusals/operator-detail.ts'
import type { Failure } from '#renderer/client/errors.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { useSpeech } from './speech.tsx'

/** What a refusal's sentence leaves out, one key away for whoever maintains the machine. */
export function ForOperator({ refusal }: { readonly refusal: Pick<Failure, 'code' | 'params'> }) {
  const { t } = useSpeech()
  const detail = operatorDetail(refusal)
  if (detail === null) return null
  return (
    <Disclosure label={t(partsMessages.forOperator)}>
      <Isolated ltr>{detail}</Isolated>
    </Disclosure>
  )
}
