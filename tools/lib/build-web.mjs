// Builds the web application where its sources are not those it was last built from.
// Plain JavaScript for Node 20, as install.mjs.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode } from './install.mjs'
import { refuse, WORDS } from './words.mjs'

const WEB = join(ROOT, 'packages/web')
const DIST = join(WEB, 'dist')
const STAMP = join(DIST, '.sources')
const SOURCES = [
  'packages/web/src',
  'packages/web/build',
  'packages/web/public',
  'packages/web/worker',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  'packages/core/src',
  'packages/contract/src',
  'package-lock.json',
]

/**
 * Ends the process where the build fails. The build goes to a folder of its own and takes the place of
 * the old one when it is whole, so that two builds at a time, or half of one, do no harm.
 */
export async function ensureWebBuilt() {
  const sources = hashSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  console.error(WORDS.building)
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const fresh = mkdtempSync(join(WEB, 'dist-'))
  const code = await runNode([vite, 'build', WEB, '--outDir', fresh, '--logLevel', 'warn'])
  if (code === 0) {
    writeFileSync(join(fresh, '.sources'), sources)
    chmodSync(fresh, 0o755)
    rmSync(DIST, { recursive: true, force: true })
    renameSync(fresh, DIST)
    return
  }
  rmSync(fresh, { recursive: true, force: true })
  refuse(WORDS.buildFailed)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => listFiles(join(ROOT, source)))) {
    hash
      .update(`${path.slice(ROOT.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)))
}
