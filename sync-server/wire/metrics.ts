/** Counters for the administrator's monitoring, in Prometheus' text format. Names of routes and codes only. */
export class Metrics {
  readonly #values = new Map<string, { readonly kind: 'counter' | 'gauge'; readonly lines: Map<string, number> }>()

  add(name: string, labels: Readonly<Record<string, string>>, by = 1): void {
    const lines = this.#linesOf(name, 'counter')
    const key = labelText(labels)
    lines.set(key, (lines.get(key) ?? 0) + by)
  }

  set(name: string, labels: Readonly<Record<string, string>>, value: number): void {
    this.#linesOf(name, 'gauge').set(labelText(labels), value)
  }

  text(): string {
    return [...this.#values]
      .map(([name, { kind, lines }]) =>
        [`# TYPE ${name} ${kind}`, ...[...lines].map(([labels, value]) => `${name}${labels} ${value}`)].join('\n'),
      )
      .join('\n')
      .concat('\n')
  }

  #linesOf(name: string, kind: 'counter' | 'gauge'): Map<string, number> {
    const known = this.#values.get(name) ?? { kind, lines: new Map<string, number>() }
    this.#values.set(name, known)
    return known.lines
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
