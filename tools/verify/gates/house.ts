import { readFile } from 'node:fs/promises'
import { projectFiles } from '../files.ts'
import { gate, type Outcome } from '../step.ts'

const PHYSICAL_CSS =
  /(?:margin|padding|border)-(?:left|right)\b|(?:^|[;{\s])(?:left|right)\s*:|text-align:\s*(?:left|right)|(?:float|clear):\s*(?:left|right)/

/** Only logical properties, so that the whole interface can be mirrored for Arabic. */
export async function checkLogicalCss(): Promise<Outcome> {
  const files = await projectFiles('packages/*.css')
  const faults = await linesMatching(files, PHYSICAL_CSS)
  if (files.length === 0) return gate(false, 'no style sheet was seen')
  return gate(faults.length === 0, faults.join('\n') || `${files.length} style sheets`)
}

const LIMITS = { lines: 400, medianLines: 80 } as const

/** No source file over 400 lines, and half of them within 80. */
export async function checkSizes(): Promise<Outcome> {
  const files = await projectFiles(
    'packages/*.ts',
    'packages/*.tsx',
    'packages/*.css',
    'tools/*',
    'bench/*',
  )
  const sizes = await Promise.all(
    files.map(async (file) => ({ file, lines: await countLines(file) })),
  )
  const long = sizes.filter(({ lines }) => lines > LIMITS.lines)
  const sources = sizes.filter(({ file }) => /\/src\//.test(file)).map(({ lines }) => lines)
  const median = sources.sort((a, b) => a - b)[Math.floor(sources.length / 2)] ?? Infinity
  const faults = long.map(({ file, lines }) => `${file} has ${lines} lines`)
  if (median > LIMITS.medianLines) faults.push(`the median source file has ${median} lines`)
  return gate(
    faults.length === 0,
    faults.join('\n') || `${files.length} files, median ${median} lines`,
  )
}

/** Exact versions everywhere, and a lock file that names no download address. */
export async function checkPackages(): Promise<Outcome> {
  const manifests = await projectFiles('package.json', 'packages/*/package.json')
  const faults = await linesMatching(manifests, /^\s+"[^"]+":\s*"(?:[\^~>*]|latest)/)
  faults.push(...(await linesMatching(['package-lock.json'], /"resolved": "https?:/)))
  const engines = faults.filter((fault) => !fault.includes('"node": ">='))
  return gate(engines.length === 0, engines.join('\n') || `${manifests.length} manifests`)
}

async function linesMatching(files: readonly string[], pattern: RegExp): Promise<string[]> {
  const perFile = await Promise.all(
    files.map(async (file) =>
      (await readFile(file, 'utf8'))
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    ),
  )
  return perFile.flat()
}

async function countLines(file: string): Promise<number> {
  return (await readFile(file, 'utf8')).split('\n').length - 1
}
