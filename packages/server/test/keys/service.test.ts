import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { makeIdentity } from '../../src/keys/age.ts'
import { answerLine } from '../../src/keys/service/listen.ts'
import { keyPlace } from '../../src/keys/service/place.ts'
import { type KeyService, startKeyService } from '../../src/keys/service/supervise.ts'
import { startKeys } from './support.ts'

const FULL = process.env['VIGIL_TORTURE'] === '1'
const data = mkdtempSync(join(tmpdir(), 'vigil-keys-'))
const logger = pino({ level: 'silent' })
const running: KeyService[] = []
afterAll(async () => {
  for (const service of running) await service.stop()
  rmSync(data, { recursive: true, force: true })
})

async function start(credential = ''): Promise<KeyService> {
  process.env['VIGIL_KEY_CREDENTIAL'] = credential
  try {
    const service = await startKeyService({ data, logger })
    running.push(service)
    return service
  } finally {
    delete process.env['VIGIL_KEY_CREDENTIAL']
  }
}

async function say(line: string): Promise<unknown> {
  const socket = connect(keyPlace(data).socket)
  socket.write(line)
  return JSON.parse(await text(socket))
}

describe('the key service', () => {
  const keyId = randomUUID()
  const unwrap = { does: 'unwrap', keyId, actor: randomUUID(), purpose: 'protection' } as const

  test('is a process of its own, under another user where it can be, behind a private socket', async () => {
    const credential = join(data, 'credential')
    writeFileSync(credential, `${await makeIdentity()}\n`, { mode: 0o600 })
    const service = await start(credential)
    const status = await service.ask({ does: 'status' })
    if (!status.ok) throw new Error(status.problem)
    expect(status.value.state).toBe('open')
    expect(service.isSameUser).toBe(status.value.uid === process.getuid?.())
    if (process.getuid?.() === 0) expect(service.isSameUser).toBe(false)
    const { socket, directory } = keyPlace(data)
    expect(statSync(socket).mode & 0o777).toBe(0o600)
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700)
    expect(statSync(directory).mode & 0o777).toBe(0o700)
  })

  test('comes back when it is killed, and what it acknowledged is there', async () => {
    const [service] = running
    if (!service) throw new Error('it did not start')
    const made = await service.ask({ does: 'make', keyId })
    const other = randomUUID()
    const more = await service.ask({ does: 'make', keyId: other })
    const destroyed = await service.ask({ does: 'destroy', keyId: other, tombstone: '' })
    expect([made.ok, more.ok, destroyed.ok]).toEqual([true, true, true])
    process.kill(service.pid(), 'SIGKILL')
    expect(await service.ask({ does: 'status' })).toMatchObject({ value: { keys: 1 } })
    await service.stop()
    expect(() => process.kill(service.pid(), 0)).toThrow(/ESRCH/)
  })

  test('is sealed where nothing unlocks it, and gives nothing away', async () => {
    const service = await start()
    expect(await service.ask({ does: 'status' })).toMatchObject({ value: { state: 'sealed' } })
    expect(await service.ask(unwrap)).toEqual({ ok: false, problem: 'sealed' })
    expect((await service.ask({ does: 'make', keyId: randomUUID() })).ok).toBe(true)
    expect(await say('{"does":"unwrap"}\n')).toEqual({ ok: false, problem: 'malformed' })
    expect(await say('not json\n')).toEqual({ ok: false, problem: 'malformed' })
    await service.stop()
    const again = await start(join(data, 'credential'))
    expect(await again.ask(unwrap)).toMatchObject({ ok: true })
  })
})

test('whatever a line holds, it is answered, and nothing of it is done that was not asked', async () => {
  const { ask, provider } = startKeys()
  const acts = fc.constantFrom('status', 'unwrap', 'make', 'destroy', 'rotate', 'export', 'x', '')
  const member = fc.oneof(fc.uuid(), fc.string(), fc.integer(), fc.constant(null))
  const request = fc.record({ does: acts, keyId: member, actor: member, purpose: member })
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    request.map((given) => JSON.stringify(given)),
  )
  await fc.assert(
    fc.asyncProperty(line, async (given) => {
      const answer = JSON.parse(JSON.stringify(await answerLine(given, ask))) as object
      expect(Object.keys(answer)).toContain('ok')
      expect(JSON.stringify(answer)).not.toContain('dataKey')
    }),
    { numRuns: FULL ? 100_000 : 300 },
  )
  expect(provider.list()).toEqual([])
})
