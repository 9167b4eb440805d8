import { spawnSync } from 'node:child_process'

const canInstall = process.platform === 'linux' && process.getuid?.() === 0
let isListFresh = false

const aptGet = (args) =>
  spawnSync('apt-get', ['-q', '-y', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }).status === 0

/** Installs Debian packages where that is possible (as root, with apt-get); answers whether it worked. */
export function installDebian(packages) {
  if (!canInstall) return false
  console.error(`Installing ${packages.join(' ')} …`)
  isListFresh ||= aptGet(['update'])
  return aptGet(['install', '--no-install-recommends', '--no-remove', ...packages])
}

export const commandPath = (name) => {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}
