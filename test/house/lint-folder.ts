import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** One complaint of the linter: the file, relative to the folder, the rule and its words. */
export interface Complaint {
  readonly file: string
  readonly rule: string
  readonly message: string
}

interface Report {
  readonly diagnostics: readonly { readonly message: string; readonly code?: string; readonly filename: string }[]
}

function lint(folder: string, rooms: readonly string[]): readonly Complaint[] {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const args = [oxlint, '--format', 'json', ...rooms]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 50_000 })
  if (!stdout.startsWith('{')) throw new Error(`the linter did not report: ${stdout}${stderr}`)
  const { diagnostics } = JSON.parse(stdout) as Report
  return diagnostics.map(({ filename, code, message }) => ({ file: filename, rule: code ?? '', message }))
}

/** Lints made-up files under the rules of this repository, in a folder of their own, so that no real room is touched. */
export function lintFiles(files: Readonly<Record<string, string>>): readonly Complaint[] {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-house-'))
  try {
    for (const name of ['oxlint.config.ts', 'package.json', 'scripts/lint']) {
      cpSync(join(root, name), join(folder, name), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return lint(folder, [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
