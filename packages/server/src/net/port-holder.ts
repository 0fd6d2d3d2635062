import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

const LISTENING = '0A'

/** Who listens on `port` here, as `name (process 123)`; undefined where the system does not tell. */
export function findPortHolder(port: number): string | undefined {
  try {
    const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((t) => listeners(t, port)))
    const pid = numbers('/proc').find((candidate) => holdsOneOf(candidate, sockets))
    if (pid === undefined) return undefined
    return `${readName(pid)} (process ${pid})`
  } catch {
    return undefined
  }
}

/** The name of its program; its own name for itself may be that of a thread. */
function readName(pid: string): string {
  const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return basename(program) || readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
}

/** The inodes of the sockets that listen on `port`, out of the kernel's table. */
function listeners(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(wanted) && state === LISTENING)
    .map((fields) => `socket:[${fields[9] ?? ''}]`)
}

/** Other people's processes do not show what they hold. */
function holdsOneOf(pid: string, sockets: ReadonlySet<string>): boolean {
  try {
    return numbers(`/proc/${pid}/fd`).some((fd) =>
      sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`)),
    )
  } catch {
    return false
  }
}

function numbers(directory: string): string[] {
  return readdirSync(directory).filter((name) => /^\d+$/.test(name))
}
