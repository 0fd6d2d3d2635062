// Installs the Debian packages that tests need, where they are missing and where this is allowed.
// Plain JavaScript: it runs before anything of the project is installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What the tests need beside npm packages: a file that proves it is there, and the package that brings it. */
const NEEDED = [
  { file: '/usr/bin/chromium', package: 'chromium', use: 'the browser tests' },
  {
    file: '/usr/lib/postgresql/15/bin/postgres',
    package: 'postgresql-15',
    use: 'the tests on PostgreSQL 15',
  },
  { file: '/sbin/ip', package: 'iproute2', use: 'the tests without a network' },
]

/**
 * Makes sure that every needed Debian package is there.
 * @returns {string | null} one sentence that says what to install, or null when nothing is missing.
 */
export function ensureDebianPackages() {
  const missing = NEEDED.filter(({ file }) => !existsSync(file))
  if (missing.length === 0) return null
  const names = missing.map((need) => need.package)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(names)
  const still = NEEDED.filter(({ file }) => !existsSync(file))
  if (still.length === 0) return null
  const why = still.map((need) => `${need.package} for ${need.use}`).join(' and ')
  return `Please install ${why}: sudo apt-get install ${still.map((need) => need.package).join(' ')}`
}

/** @param {string[]} names */
function install(names) {
  console.log(`Installing from Debian: ${names.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  return (
    run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...names])
  )
}
