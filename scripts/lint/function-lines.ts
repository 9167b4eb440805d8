/**
 * `house/function-lines`: at most `max` lines in a function. Blank lines, lines of comment and JSX markup do not count:
 * a form is long on paper without being hard to read.
 */
import type { Node, Rule, RuleContext } from './rule.ts'

interface Span {
  readonly first: number
  readonly last: number
}

const spanOf = (node: Node): Span => ({ first: node.loc.start.line, last: node.loc.end.line })

const isBlankOrComment = (line: string): boolean => /^\s*($|\/\/|\/\*|\*)/.test(line)

function countLines(lines: readonly string[], whole: Span, markup: readonly Span[]): number {
  let count = 0
  for (let line = whole.first; line <= whole.last; line += 1) {
    const isMarkup = markup.some((span) => line >= span.first && line <= span.last)
    if (!isMarkup && !isBlankOrComment(lines[line - 1] ?? '')) count += 1
  }
  return count
}

function create(context: RuleContext): Record<string, (node: Node) => void> {
  const { max } = context.options[0] as { max: number }
  const lines = context.sourceCode.text.split('\n')
  const functions: Node[] = []
  const markup: Span[] = []
  const keepFunction = (node: Node): void => void functions.push(node)
  const keepMarkup = (node: Node): void => void markup.push(spanOf(node))
  const isOwnMarkup = (whole: Span, span: Span): boolean => span.first > whole.first || span.last < whole.last
  const judge = (node: Node): void => {
    const whole = spanOf(node)
    const count = countLines(
      lines,
      whole,
      markup.filter((span) => span.first >= whole.first && isOwnMarkup(whole, span)),
    )
    if (count > max)
      context.report({ node, message: `Function of ${count} lines; at most ${max} (markup not counted).` })
  }
  return {
    FunctionDeclaration: keepFunction,
    FunctionExpression: keepFunction,
    ArrowFunctionExpression: keepFunction,
    JSXElement: keepMarkup,
    JSXFragment: keepMarkup,
    'Program:exit': () => functions.forEach(judge),
  }
}

export const functionLines: Rule = { meta: { schema: false }, create }
