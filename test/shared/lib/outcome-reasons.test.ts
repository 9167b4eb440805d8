import { expect, test } from 'vitest'
import { syncMessages } from '#shared/i18n/sync.ts'
import { outcomeReasons } from '#shared/lib/refusals/outcome-reasons.ts'

test('S10 what is held tells nobody to try again where no button for it stands: it says when that will stand there', () => {
  for (const { ar, en } of Object.values(outcomeReasons)) {
    expect(ar).not.toContain('أعد المحاولة')
    expect(en).not.toMatch(/or try again/)
    expect(ar).toContain(`«${syncMessages.retry.ar}»`)
    expect(en).toContain(`“${syncMessages.retry.en}”`)
  }
})
