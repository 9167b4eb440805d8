import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { node24, toolEnv } from './node24.mjs'
import { root } from './root.mjs'

// A run that hangs is a failure with a name, not a machine that nobody gets back.
const longestMs = 55 * 60_000

// Chromium gives a file with an Arabic name another one where the machine names no language at all.
const spoken = process.platform === 'linux' ? { LC_ALL: 'C.UTF-8' } : {}

const nothing = { passed: 0, failed: 0, skipped: [], second: [], reasons: [] }

// What the first lines of a failure say is enough to know it again; the rest stands in the run's output.
const linesOfFailure = 6

function readCounts(report, code) {
  let found
  try {
    found = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    // No report: vitest itself fell over, which must not look like a pass.
    return { ...nothing, failed: 1, reasons: ['vitest ended without a report'] }
  }
  const tests = found.testResults.flatMap((file) => file.assertionResults)
  const count = (status) => tests.filter((test) => test.status === status).length
  const failed = count('failed')
  // A file that cannot be loaded, or an error outside any test, fails the run without a failed test in it.
  const reasons = failuresOf(found.testResults)
  return {
    passed: count('passed'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    reasons: code !== 0 && reasons.length === 0 ? ['an error outside any test; see the run above'] : reasons,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    second: tests.filter(passedOnSecondTry).map((test) => test.fullName),
  }
}

const shortened = (message) => message.split('\n').slice(0, linesOfFailure).join('\n  ')

/** Each failed test, and each file that could not be loaded, with the first lines of why. */
function failuresOf(files) {
  const unloaded = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  const tests = files.flatMap((file) => file.assertionResults).filter(({ status }) => status === 'failed')
  return [
    ...unloaded.map(({ name, message }) => `${name}\n  ${shortened(message ?? '')}`),
    ...tests.map(({ fullName, failureMessages }) => `${fullName}\n  ${shortened((failureMessages ?? []).join('\n'))}`),
  ]
}

// The report keeps what a test failed of at first, also when it passed afterwards.
const passedOnSecondTry = ({ status, failureMessages }) => status === 'passed' && (failureMessages ?? []).length > 0

/** Runs one project of vitest.config.ts and counts. */
export async function runProject(project, { filters, env }) {
  const report = join(root, '.cache', `tests-${project}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const tool = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [tool, 'run', '--project', project, '--passWithNoTests', ...reporters, ...filters]
  const child = spawn(node24(), args, { cwd: root, env: toolEnv({ ...spoken, ...env }), stdio: 'inherit' })
  const watch = setTimeout(() => {
    console.error(`The tests of ${project} did not end within ${longestMs / 60_000} minutes and were stopped.`)
    child.kill('SIGKILL')
  }, longestMs)
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)))
  clearTimeout(watch)
  return readCounts(report, code)
}
