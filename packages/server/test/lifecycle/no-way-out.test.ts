import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { useEverything } from '../support/use-everything.ts'
import { startVigil, temporaryDirectory } from '../support/vigil.ts'

const WATCH = pathToFileURL(join(import.meta.dirname, '../support/watch-sockets.ts')).href
const DRIVER = join(import.meta.dirname, '../support/without-network.ts')

function watched(file: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${WATCH}`, VIGIL_TEST_SOCKETS: file }
}

function attemptsIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

test.each([
  ['fetch', `await fetch('http://192.0.2.1/').catch(() => 0)`, 'connect 192.0.2.1'],
  ['a name', `await fetch('https://vigil.example/').catch(() => 0)`, 'connect vigil.example'],
  [
    'a socket',
    `try { (await import('node:net')).connect(25, '192.0.2.1') } catch {}`,
    'connect 192.0.2.1',
  ],
  [
    'a datagram',
    `try { (await import('node:dgram')).createSocket('udp4').send('x', 53, '192.0.2.1') } catch {}
     process.exit()`,
    'send by datagram',
  ],
  [
    'a thread',
    `const { Worker } = await import('node:worker_threads')
     new Worker("fetch('http://192.0.2.1/').catch(() => 0)", { eval: true })`,
    'connect 192.0.2.1',
  ],
])('the watch sees an attempt to reach another machine: %s', (_, code, attempt) => {
  const file = join(temporaryDirectory(), 'attempts')
  const env = { ...process.env, ...watched(file) }
  spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env })
  expect(attemptsIn(file)).toEqual([attempt])
})

test('a server that is used from the first account to the last page reaches no other machine', async () => {
  const directory = temporaryDirectory()
  const file = join(directory, 'attempts')
  const vigil = await startVigil(['--data', join(directory, 'data')], { env: watched(file) })
  expect(await useEverything(vigil.address)).toEqual([])
  await vigil.end('SIGTERM')
  expect(attemptsIn(file)).toEqual([])
})

test('a server with an identity provider asks that one host, and once somebody wants to sign in', async () => {
  const directory = temporaryDirectory()
  const data = join(directory, 'data')
  mkdirSync(data)
  const settings = {
    name: 'Example Mission',
    issuer: 'https://login.example',
    clientId: 'vigil',
    secretFile: 'secret',
    address: 'https://vigil.example',
  }
  writeFileSync(join(data, 'identity-provider.json'), JSON.stringify(settings))
  writeFileSync(join(data, 'secret'), 'shared with the provider')
  const file = join(directory, 'attempts')
  const vigil = await startVigil(['--data', data], { env: watched(file) })
  const door = `${vigil.address}/api/session/provider`
  expect(await (await fetch(door)).json()).toEqual({ name: 'Example Mission' })
  expect(attemptsIn(file)).toEqual([])
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  expect((await fetch(door, { method: 'POST', headers, body: '{}' })).status).toBe(503)
  await vigil.end('SIGTERM')
  expect(attemptsIn(file)).toEqual(['connect login.example'])
})

/** The driver in a network of its own, in which no route leads anywhere. */
function driveWithoutNetwork(what: 'serve' | 'attempt'): unknown {
  const inside = `ip link set lo up && exec "$0" "$@"`
  const program = [process.execPath, DRIVER, what, join(temporaryDirectory(), 'data')]
  const { stdout, stderr } = spawnSync('unshare', ['--net', 'sh', '-c', inside, ...program], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(`The driver said: ${stderr}`)
  return JSON.parse(stdout)
}

/** Not every container lets its root make one. */
const canBeAlone = spawnSync('unshare', ['--net', 'true']).status === 0

test.runIf(canBeAlone)(
  'the kernel counts whatever seeks a way out of a network without one',
  () => {
    expect(driveWithoutNetwork('attempt')).toEqual({ failures: [], sought: 1 })
  },
)

test.runIf(canBeAlone)(
  'in a network without a route, no process of Vigil so much as seeks one',
  () => {
    expect(driveWithoutNetwork('serve')).toEqual({ failures: [], sought: 0 })
  },
)
