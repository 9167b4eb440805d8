import { expect, test } from 'vitest'
import { syncMessages } from '#shared/i18n/sync.ts'
import { outcomeReasons } from '#shared/lib/refusals/outcome-reasons.ts'

/** Refused, and no button will ever stand beside it. */
const isForGood = (code: string): boolean => code === 'sync-bytes-differ'

test('S10 what is held tells nobody to try again where no button for it stands: it says when that will stand there', () => {
  for (const [code, { ar, en }] of Object.entries(outcomeReasons)) {
    expect(ar).not.toContain('أعد المحاولة')
    expect(en).not.toMatch(/or try again/)
    if (isForGood(code)) continue
    expect(ar).toContain(`«${syncMessages.retry.ar}»`)
    expect(en).toContain(`“${syncMessages.retry.en}”`)
  }
})
