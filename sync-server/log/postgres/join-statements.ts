import type { Statement } from './session.ts'

export interface Asked {
  readonly statement: Statement
  readonly values: readonly unknown[]
}

const texts = new Map<string, string>()

/**
 * Writes to different tables as one statement: one answer to wait for instead of six. All see the state before it, so
 * no two of them may write to the same rows.
 */
export function joinStatements(asked: readonly [Asked, ...Asked[]]): Asked {
  if (asked.length === 1) return asked[0]
  const name = asked.map(({ statement }) => statement.name).join('+')
  const text = texts.get(name) ?? joinTexts(asked)
  texts.set(name, text)
  return { statement: { name: shortName(name), text }, values: asked.flatMap(({ values }) => values) }
}

function joinTexts(asked: readonly Asked[]): string {
  let before = 0
  const parts = asked.map(({ statement, values }, index) => {
    const offset = before
    before += values.length
    const text = statement.text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)
    return `part_${index} AS (${text})`
  })
  return `WITH ${parts.join(', ')} SELECT 1`
}

/** PostgreSQL cuts names at 63 bytes. */
const names: string[] = []
function shortName(name: string): string {
  const known = names.indexOf(name)
  return `joined-${known === -1 ? names.push(name) - 1 : known}`
}
