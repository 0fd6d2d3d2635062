import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isHealthy, runVigil, startVigil, temporaryDirectory } from '../support/vigil.ts'

const isRoot = process.geteuid?.() === 0

/** A directory that only root may enter, as in root's own home. */
function closedDirectory(): string {
  const directory = temporaryDirectory()
  chmodSync(directory, 0o700)
  return directory
}

/** The capabilities a running server has, as the kernel shows them. */
function capabilities(data: string): string | undefined {
  const pid = Number.parseInt(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8'), 10)
  return /^CapEff:\s*(\w+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
}

/** The commands that the launcher and npm's Node need, without the one left out. */
function pathWithout(left: string): string {
  const bin = join(temporaryDirectory(), 'bin')
  mkdirSync(bin)
  chmodSync(join(bin, '..'), 0o755)
  for (const name of ['sh', 'ps', 'locale'].filter((command) => command !== left)) {
    if (existsSync(`/usr/bin/${name}`)) symlinkSync(`/usr/bin/${name}`, join(bin, name))
  }
  return bin
}

test.runIf(isRoot)(
  'as root, below a closed directory, one capability lets it through',
  async () => {
    const data = join(closedDirectory(), 'data')
    const vigil = await startVigil(['--data', data])
    expect(await isHealthy(vigil.address)).toBe(true)
    expect(statSync(join(data, 'postgres')).uid).not.toBe(0)
    // CAP_DAC_READ_SEARCH is bit 2, and there is no other.
    expect(capabilities(data)).toMatch(/^0+4$/)
  },
)

test.runIf(isRoot)(
  'without setpriv, the cluster lies elsewhere, which is said, and is found again',
  async () => {
    const data = join(closedDirectory(), 'data')
    const env = { PATH: pathWithout('setpriv') }
    const first = await startVigil(['--data', data], { env })
    const directory = /The database lies in (\/var\/lib\/vigil\/[0-9a-f]{16}),/.exec(
      first.output(),
    )?.[1]
    expect(directory).toBeDefined()
    expect(existsSync(join(data, 'postgres'))).toBe(false)
    await first.end('SIGTERM')
    const again = await startVigil(['--data', data])
    expect(again.output()).toContain(directory)
    expect(await isHealthy(again.address)).toBe(true)
    await again.end('SIGTERM')
    rmSync(String(directory), { recursive: true })
  },
)

test.runIf(isRoot)(
  'a database made through setpriv is not forgotten where setpriv has gone',
  async () => {
    const data = join(closedDirectory(), 'data')
    const first = await startVigil(['--data', data])
    await first.end('SIGTERM')
    const env = { PATH: pathWithout('setpriv') }
    const refused = runVigil(['serve', '--data', data, '--port', '0'], { env })
    expect(refused.code).toBe(1)
    expect(refused.errors).toContain('setpriv')
  },
)

test.runIf(isRoot)('data of another user are refused in one sentence', () => {
  const data = join(closedDirectory(), 'data')
  expect(runVigil(['migrate', '--data', data]).code).toBe(0)
  const refused = runVigil(['migrate', '--data', data], { uid: 65_534 })
  expect(refused).toMatchObject({ code: 1, output: '' })
  expect(refused.errors.trim().split('\n')).toHaveLength(1)
  expect(refused.errors).toContain(data)
})

test.runIf(isRoot)(
  'a user without a name can have a database, or is told in one sentence why not',
  () => {
    const parent = temporaryDirectory()
    chmodSync(parent, 0o777)
    const data = join(parent, 'data')
    const ended = runVigil(['migrate', '--data', data], { uid: 54_321 })
    expect(ended.errors.trim().split('\n')).toHaveLength(1)
    if (ended.code !== 0) expect(ended.errors).toContain('54321')
  },
)
