/**
 * The key service, a process of its own: `main.ts DIRECTORY SOCKET [USER-ID GROUP-ID]`. It opens the key
 * store, gives up all rights but those of its own user, answers on its socket, and ends when whoever
 * started it does (its standard input closes). A file named by VIGIL_KEY_CREDENTIAL unlocks it.
 */
import { chownSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createCustody } from '../custody.ts'
import { createFileProvider } from '../file-provider.ts'
import { openKeyStore } from '../store.ts'
import { listenForRequests } from './listen.ts'

const [directory = '', socket = '', uid, gid] = process.argv.slice(2)

/** Everything that needs the rights of who started us comes before they are given up. */
const credential = readCredential()
process.chdir(directory)
const store = openKeyStore('keys.db')
const provider = createFileProvider({ store, now: Date.now })
const ask = createCustody({ store, provider, copies: 'copies', now: Date.now })
rmSync(socket, { force: true })
const server = await listenForRequests(socket, ask)
if (uid !== undefined && gid !== undefined) giveUpRights(Number(uid), Number(gid))
if (credential !== undefined && !(await provider.unlockWith(credential))) {
  process.stderr.write('VIGIL_KEY_CREDENTIAL is not the identity of this key store\n')
}
process.stdout.write('ready\n')

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
process.stdin.on('end', end).on('error', end).resume()

function end(): void {
  server.close()
  provider.lock()
  store.close()
  process.exit(0)
}

function readCredential(): string | undefined {
  const file = process.env['VIGIL_KEY_CREDENTIAL'] ?? ''
  return file === '' ? undefined : readFileSync(file, 'utf8').trim()
}

function giveUpRights(user: number, group: number): void {
  const copies = existsSync('copies') ? readdirSync('copies').map((name) => `copies/${name}`) : []
  for (const path of ['.', 'keys.db', 'keys.db-wal', 'copies', ...copies]) {
    if (existsSync(path)) chownSync(path, user, group)
  }
  process.setgroups?.([])
  process.setgid?.(group)
  process.setuid?.(user)
}
