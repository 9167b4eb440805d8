import { type ESTree, Visitor, parseSync } from 'vite'

type Callee = ESTree.CallExpression['callee']

interface Named {
  /** `it`, `test` or `describe`; null for any other call. */
  readonly name: string | null
  /** What stands between the name and the title: `skip`, `each`, `skipIf`. */
  readonly modifiers: readonly string[]
}

function namedBy(callee: Callee): Named {
  if (callee.type === 'Identifier') {
    const isOurs = ['it', 'test', 'describe'].includes(callee.name)
    return { name: isOurs ? callee.name : null, modifiers: [] }
  }
  if (callee.type === 'CallExpression') return namedBy(callee.callee)
  if (callee.type === 'TaggedTemplateExpression') return namedBy(callee.tag)
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return { name: null, modifiers: [] }
  const { name, modifiers } = namedBy(callee.object)
  return { name, modifiers: [...modifiers, callee.property.name] }
}

function titleOf({ arguments: [first] }: ESTree.CallExpression): string | null {
  if (first?.type === 'Literal' && typeof first.value === 'string') return first.value
  return first?.type === 'TemplateLiteral' ? first.quasis.map(({ value }) => value.raw).join('') : null
}

/** In: a file of tests. Out: the titles of its tests and groups, without those that are left out, whatever the machine. */
export function titlesOf(file: string, text: string): readonly string[] {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join(', ')}`)
  const titles: string[] = []
  const leftOut: ESTree.CallExpression[] = []
  new Visitor({
    CallExpression: (call) => {
      const { name, modifiers } = namedBy(call.callee)
      const title = name === null ? null : titleOf(call)
      if (title === null) return
      if (modifiers.some((each) => each === 'skip' || each === 'todo')) leftOut.push(call)
      else if (leftOut.length === 0) titles.push(title)
    },
    'CallExpression:exit': (call) => {
      if (leftOut.at(-1) === call) leftOut.pop()
    },
  }).visit(program)
  return titles
}
