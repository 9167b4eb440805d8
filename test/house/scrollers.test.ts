import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/* Words for the screen reader are placed in the nearest positioned box. Is what scrolls none, they lie far below the window. */

const unplaced = (css: string): readonly string[] =>
  [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', rules = '']) =>
    /overflow(?:-[xy])?: (?:auto|scroll)/.test(rules) && !rules.includes('position:') ? [selector.trim()] : [],
  )

test('house: whatever scrolls is positioned, so that hidden words scroll with it', () => {
  expect(unplaced('.a {\n  overflow: auto;\n}\n.b {\n  position: relative;\n  overflow-y: auto;\n}\n')).toEqual(['.a'])
  const files = globSync('src-renderer/**/*.css')
  expect(files.length).toBeGreaterThan(30)
  expect(files.flatMap((file) => unplaced(readFileSync(file, 'utf8')).map((rule) => `${file}: ${rule}`))).toEqual([])
})
