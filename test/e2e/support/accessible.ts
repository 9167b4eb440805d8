import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe finds on the page as it stands, a line each; nothing is the only good answer (ui rule 11). */
export async function axeFindings(page: Page, screen: string): Promise<readonly string[]> {
  // Colours on their way from one to the other are judged when they have arrived.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${screen}: ${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 160)}`),
  )
}
