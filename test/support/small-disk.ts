import { execFileSync } from 'node:child_process'
import { mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/** Whether this machine lets a test mount a small disk (root on Linux). */
export function canMount(): boolean {
  try {
    const folder = join(tmpdir(), `insaf-mount-${process.pid}`)
    mkdirSync(folder)
    mount(folder, '64k')
    execFileSync('umount', [folder])
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** A folder on a disk of its own, as `4m`; it goes with the test. */
export function smallDisk(size: string): string {
  const folder = temporaryFolder()
  mount(folder, size)
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

const mount = (folder: string, size: string): Buffer =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
