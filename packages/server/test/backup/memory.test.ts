import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { expect, test } from 'vitest'
import { FULL } from '../log/installation.ts'
import { freshDatabase } from '../support/database.ts'
import { ask, directory, elsewhere, KEY } from './support.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const MEBIBYTE = 1_048_576
const MEBIBYTES = FULL ? 2_048 : 112
/** More than the process takes for nothing at all: what the garbage collector leaves lying about. */
const MOST_MEBIBYTES = 90

/** Tells at its end how much memory the process had at the most, in KiB. */
const TELL = 'process.on("exit",()=>console.error(process.resourceUsage().maxRSS))'

/** Runs a command on a database of the tests; its memory at the most, in MiB. */
function memoryOf(words: readonly string[], reader: ClientConfig): number {
  const { host = '', user = '', password = '', database = '' } = reader
  const login = `${user}:${encodeURIComponent(String(password))}`
  const env = {
    ...process.env,
    DATABASE_URL: `postgres://${login}@socket/${database}?host=${encodeURIComponent(host)}`,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL)}`,
  }
  const main = join(ROOT, 'packages/cli/src/main.ts')
  const { status, stderr } = spawnSync(process.execPath, [main, ...words], {
    env,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^\d+\n$/) })
  return Number(stderr) / 1_024
}

test(`${MEBIBYTES} MiB are copied and restored in the memory of a handful`, async () => {
  const { reader } = await freshDatabase()
  const place = directory()
  const key = join(place, 'key.txt')
  writeFileSync(key, KEY.identity)
  const backUp = ['backup', '--recipient', KEY.recipient, '--data', join(place, 'data')]
  const base = memoryOf([...backUp, '--to', join(place, 'small')], reader)
  await ask(
    reader,
    `insert into document_original (sha256, bytes, media_type, name)
     select sha256(bytes), bytes, 'application/pdf', 'long.pdf'
     from generate_series(1, ${MEBIBYTES}) as n,
       lateral convert_to(rpad(n::text, ${MEBIBYTE}, 'lighthouse '), 'UTF8') as bytes`,
  )
  const whole = memoryOf([...backUp, '--to', join(place, 'whole')], reader)
  const [name = ''] = readdirSync(join(place, 'whole'))
  const file = join(place, 'whole', name)
  await elsewhere(async (there) => {
    const restored = memoryOf(['restore', file, '--key', key, '--data', there.data], there.reader)
    process.stdout.write(
      `Measured: ${base.toFixed(0)} MiB for nothing, ${whole.toFixed(0)} MiB to copy and ` +
        `${restored.toFixed(0)} MiB to restore ${MEBIBYTES} MiB\n`,
    )
    expect(whole - base).toBeLessThan(MOST_MEBIBYTES)
    expect(restored - base).toBeLessThan(MOST_MEBIBYTES)
  })
})
