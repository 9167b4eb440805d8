import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>

// The one that came with the builder; the builder itself brings it anew for each judgement.
const beside = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const judge = readFileSync(beside.resolve('axe-core/axe.min.js'), 'utf8')

// A paper stands in a frame whose origin has no name.
const hearsPaper = "axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })"

declare global {
  interface Window {
    /** Put there by the test. */
    readonly axe?: { readonly run: (context: object, options: object) => Promise<Found> }
  }
}

// What depends on the colours of a page, and so on its scheme alone.
const colourRules = ['color-contrast', 'link-in-text-block']

/** `colours` of a page whose words and parts were judged already, `structure` of one whose colours were. */
export type Judged = 'all' | 'colours' | 'structure'

const rulesOf: Readonly<Record<Judged, object>> = {
  all: {},
  colours: { runOnly: colourRules },
  structure: { rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) },
}

interface Judgement {
  readonly part?: string
  readonly judged?: Judged
}

/**
 * What axe finds on the page as it stands, or in one part of it, a line each; nothing is the only good answer
 * (ui rule 11). The judge stays in the page, as bringing it costs more than its judgement.
 */
export async function axeFindings(
  page: Page,
  screen: string,
  { part, judged = 'all' }: Judgement = {},
): Promise<readonly string[]> {
  // Colours on their way from one to the other are judged when they have arrived.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  for (const frame of page.frames())
    if (await frame.evaluate(() => window.axe === undefined)) await frame.evaluate(`${judge};${hearsPaper}`)
  const violations = await page.evaluate(
    async ({ selector, rules }) => {
      const context = selector === undefined ? document : { include: [selector] }
      const found = await window.axe?.run(context, { resultTypes: ['violations'], preload: false, ...rules })
      return found?.violations ?? [{ id: 'axe', help: 'did not run', nodes: [] }]
    },
    { selector: part, rules: rulesOf[judged] },
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${screen}: ${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 160)}`),
  )
}
