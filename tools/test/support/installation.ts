import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Told {
  readonly code: number | null
  readonly output: string
  /** Lines of standard error. */
  readonly errors: readonly string[]
}

export interface Surroundings {
  readonly env?: NodeJS.ProcessEnv
  /** Commands that are not there. */
  readonly without?: 'npm' | 'node'
  readonly cwd?: string
}

/** What npm does in a test; it never fetches anything. */
export type Npm = 'installs' | 'is offline' | 'fails' | 'does nothing'

const NPM: Record<Npm, string> = {
  installs: 'mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json',
  'is offline': 'echo "npm error code ENOTFOUND" >&2; exit 1',
  fails: 'echo "npm error code EACCES" >&2; exit 1',
  'does nothing': 'exit 0',
}

const LOCK = {
  packages: {
    '': { version: '0.0.0' },
    'node_modules/one': { version: '1.2.3' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  },
}

/** Stands for the command line and for the checks: prints what it was given, ends with code 3. */
const PROGRAM =
  'console.log(JSON.stringify({ words: process.argv.slice(2), torture: process.env.VIGIL_TORTURE }))\nprocess.exitCode = 3\n'

/** A fresh clone whose packages, command line and npm are stand-ins; it goes with the test. */
export class Installation {
  readonly root = mkdtempSync(join(tmpdir(), 'vigil-clone-'))
  readonly #bin = mkdtempSync(join(tmpdir(), 'vigil-bin-'))

  constructor(npm: Npm) {
    onTestFinished(() => {
      for (const folder of [this.root, this.#bin]) rmSync(folder, { recursive: true })
    })
    for (const name of ['vigil', 'tools/lib']) {
      cpSync(name, this.path(name), { recursive: true })
    }
    for (const name of ['prepare', 'test'])
      cpSync(`tools/${name}.mjs`, this.path(`tools/${name}.mjs`))
    this.write('package.json', '{ "type": "module" }')
    this.write('package-lock.json', JSON.stringify(LOCK))
    this.write('packages/cli/src/main.ts', PROGRAM)
    this.write('packages/web/index.html', '')
    this.write('tools/verify/run.ts', PROGRAM)
    for (const name of ['sh', 'cp', 'dirname', 'find', 'mkdir', 'readlink']) {
      symlinkSync(`/usr/bin/${name}`, join(this.#bin, name))
    }
    symlinkSync(process.execPath, join(this.#bin, 'node'))
    const script = `#!/bin/sh\necho "$*" >> ${this.path('npm-was-called')}\n${NPM[npm]}\n`
    writeFileSync(join(this.#bin, 'npm'), script)
    chmodSync(join(this.#bin, 'npm'), 0o755)
  }

  path(name: string): string {
    return join(this.root, name)
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    writeFileSync(this.path(name), content)
  }

  /** Writes what npm notes of the packages it installed. */
  install(packages: object = LOCK.packages): void {
    this.write('node_modules/.package-lock.json', JSON.stringify({ packages }))
  }

  /** How often npm was called. */
  get calls(): number {
    const note = this.path('npm-was-called')
    return existsSync(note) ? readFileSync(note, 'utf8').trim().split('\n').length : 0
  }

  /** Runs `./vigil`, or `command` where one is named, with nothing but the stand-ins on the path. */
  run(words: readonly string[], around: Surroundings = {}, command = this.path('vigil')): Told {
    if (around.without) rmSync(join(this.#bin, around.without))
    const env = { PATH: this.#bin, LANG: 'C', ...around.env }
    return tell(command, words, { env, cwd: around.cwd ?? this.root })
  }

  /** Runs a script of `tools/` with this process's own Node. */
  runScript(name: string, words: readonly string[], around: Surroundings = {}): Told {
    return this.run([this.path(`tools/${name}.mjs`), ...words], around, process.execPath)
  }
}

/** Runs a command to its end. */
export function tell(
  command: string,
  words: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Told {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', ...options })
  return { code: status, output: stdout, errors: stderr.split('\n').filter((line) => line !== '') }
}

/** A Node option that makes a program believe that it runs on the Node of that version. */
export function pretendNode(version: string): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-node-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = resolve(folder, 'pretend.cjs')
  writeFileSync(
    file,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })\n`,
  )
  return { NODE_OPTIONS: `--require=${file}` }
}
