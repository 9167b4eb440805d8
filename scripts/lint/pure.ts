import type { Node, Rule, RuleContext } from './rule.ts'

/** `house/pure`: `new Date()` without a value reads the clock; in pure code time comes in as a value. */
function create(context: RuleContext): Record<string, (node: Node) => void> {
  return {
    NewExpression(node) {
      const callee = node['callee'] as { name?: string }
      const values = node['arguments'] as readonly unknown[]
      if (callee.name === 'Date' && values.length === 0) {
        context.report({ node, message: 'Pure: new Date() reads the clock; take the instant as a value.' })
      }
    },
  }
}

export const pure: Rule = { meta: { schema: false }, create }
