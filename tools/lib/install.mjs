// Installs the packages that the lockfile names, where they are missing, and runs the Node they bring.
// Plain JavaScript for Node 20: nothing of the project is installed yet when it starts.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuse, WORDS } from './words.mjs'

/** The project's root. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

const INSTALLED = join(ROOT, 'node_modules/.package-lock.json')
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED/

/**
 * Brings node_modules to exactly what the lockfile says; ends the process where that fails. Not by
 * `npm ci`: it insists on the packages of all platforms, and not every registry offers them all.
 */
export function ensureInstalled() {
  if (isInstalled()) return
  console.error(WORDS.installing)
  const { status, stderr, error } = runNpm([
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
  ])
  if (error) refuse(WORDS.noNpm)
  if (status === 0 && isInstalled()) return
  if (OFFLINE.test(stderr)) refuse(WORDS.offline)
  console.error(stderr)
  refuse(WORDS.installFailed)
}

/**
 * Runs a script with the project's own Node and passes on the signals it gets. A channel between the
 * two lets the script notice when this process is killed without a word.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runNode(args) {
  const child = spawn(findNode(), args, {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  const { npm_lifecycle_event: ofNpm } = process.env
  if (ofNpm) endWithNpm(child)
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/**
 * npm passes a request to end on to the shell between it and us, which dies of it without a word.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) child.kill('SIGTERM')
  }, 250).unref()
}

/** The Node 24 that npm brought; elsewhere the one we run on, if it is new enough. */
function findNode() {
  const ours = join(ROOT, 'node_modules/.bin/node')
  if (existsSync(ours)) return ours
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return refuse(WORDS.noNode)
}

/** npm writes its list of what it installed last, so that a broken-off installation has none. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false
  const wanted = readPackages(join(ROOT, 'package-lock.json'))
  const found = readPackages(INSTALLED)
  const complete = Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      !path.includes('node_modules/') ||
      found[path]?.version === version ||
      (optional && found[path] === undefined),
  )
  const now = new Date()
  // Tells ./vigil, which only compares times, that this lockfile has been looked at.
  if (complete) utimesSync(INSTALLED, now, now)
  return complete
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/** @param {string[]} args */
function runNpm(args) {
  const { npm_execpath: running } = process.env
  const command = running ? process.execPath : 'npm'
  const before = running ? [running] : []
  return spawnSync(command, [...before, ...args, '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
}
