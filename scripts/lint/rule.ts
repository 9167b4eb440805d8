/** The few parts of a syntax tree and of a lint rule that our rules touch. */
export interface Node {
  readonly type: string
  readonly range: readonly [number, number]
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
  readonly [key: string]: unknown
}

export interface RuleContext {
  readonly cwd: string
  readonly filename: string
  readonly options: readonly unknown[]
  readonly sourceCode: { readonly text: string }
  report(problem: { node: Node; message: string }): void
}

export interface Rule {
  readonly meta: { readonly schema: false }
  create(context: RuleContext): Record<string, (node: Node) => void>
}
