import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Stops a server that an earlier Vigil left on this cluster when it was killed, and forgets the note
 * of one that is gone. To be called by the only instance on these data.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid')
  const pid = readPid(note)
  if (pid === undefined) return
  if (!isAlive(pid) || !isServerOf(pid, cluster)) {
    rmSync(note, { force: true })
    return
  }
  await stopServer(pid)
}

/**
 * Fast stop: sessions are cut, committed work is kept. Only a server that does not obey within 20
 * seconds is told to quit at once; it recovers at its next start.
 */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    if (!send(pid, signal)) return
    if (await hasEnded(pid, seconds)) return
  }
}

async function hasEnded(pid: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1000; waited += 10) {
    if (!isAlive(pid)) return true
    await pause(10)
  }
  return false
}

function readPid(note: string): number | undefined {
  if (!existsSync(note)) return undefined
  const pid = Number.parseInt(readFileSync(note, 'utf8'), 10)
  return pid > 1 ? pid : undefined
}

function isAlive(pid: number): boolean {
  return send(pid, 0) && !isZombie(pid)
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/** In a container without an init process, nobody collects what an orphan leaves. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** The number may have passed to some other program since; a server stands in its data directory. */
function isServerOf(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return listed.stdout?.includes(cluster) ?? false
  }
}
