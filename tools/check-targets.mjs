// Whether what the build made runs in the oldest browsers that offices still have: Chrome 109 (the last
// for Windows 7) and Firefox 115 (its last long-term release there). Fails, too, when it saw no file.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'packages/web/dist')
const ES_CHECK = join(ROOT, 'node_modules/es-check/lib/cli/index.js')

/** All of ES2022 is in both; of ES2023 Chrome 109 lacks the copying methods of arrays. */
const LANGUAGE = 'es2022'
/** Named by react-intl, used only where there is one. */
const GUARDED = 'IntlDurationFormat'

/** What one of the two does not know, and where it would not simply be skipped. */
const STYLES_TOO_NEW = {
  ':has()': /:has\(/,
  'color-mix()': /color-mix\(/,
  'oklch() and oklab()': /\bokl(?:ch|ab)\(/,
  'light-dark()': /light-dark\(/,
  subgrid: /\bsubgrid\b/,
  '@scope': /@scope\b/,
  '@starting-style': /@starting-style\b/,
  '@property': /@property\b/,
  nesting: /[{;]\s*&/,
  'anchor positioning': /\banchor\(|position-anchor/,
  ':popover-open': /:popover-open/,
}

/** Of the browser's own objects: newer than one of the two. */
const OBJECTS_TOO_NEW = {
  'Promise.withResolvers': /Promise\.withResolvers/,
  'AbortSignal.any': /AbortSignal\.any\(/,
  'Object.groupBy': /(?:Object|Map)\.groupBy\(/,
  'Array.fromAsync': /Array\.fromAsync\(/,
  'Set methods': /\.(?:isSubsetOf|isSupersetOf|symmetricDifference)\(/,
}

/** @param {string} ending */
function filesEndingIn(ending) {
  return readdirSync(DIST, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
}

/** @param {string[]} files @param {Readonly<Record<string, RegExp>>} patterns */
function findTooNew(files, patterns) {
  return files.flatMap((file) => {
    const text = readFileSync(join(DIST, file), 'utf8')
    return Object.entries(patterns)
      .filter(([, pattern]) => pattern.test(text))
      .map(([name]) => `${file} uses ${name}`)
  })
}

function checkLanguage() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ES_CHECK,
      LANGUAGE,
      `${DIST}/**/*.js`,
      '--module',
      '--checkFeatures',
      '--quiet',
      '--noColor',
      `--ignore=${GUARDED}`,
    ],
    { encoding: 'utf8' },
  )
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()]
}

const scripts = filesEndingIn('.js')
const styles = filesEndingIn('.css')
const faults = [
  ...(scripts.length === 0 || styles.length === 0 ? ['There is no build to look at.'] : []),
  ...(scripts.length === 0 ? [] : checkLanguage()),
  ...findTooNew(scripts, OBJECTS_TOO_NEW),
  ...findTooNew(styles, STYLES_TOO_NEW),
]
for (const fault of faults) console.error(fault)
if (faults.length === 0) {
  console.log(
    `${scripts.length} scripts and ${styles.length} style sheets run in Chrome 109 and Firefox 115`,
  )
}
process.exitCode = faults.length > 0 ? 1 : 0
