import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { useEverything } from './use-everything.ts'

// Runs in a network of its own (`unshare --net`), where only this machine's own address is reached.
// The kernel counts there whatever seeks a way out, by which process and in which language it may be.

const MAIN = join(import.meta.dirname, '../../../cli/src/main.ts')
const ADDRESS = /http:\/\/localhost:\d+/

/** How often something in this network sought a route that there is not, over IPv4 and IPv6. */
function countSought(): number {
  const [names = '', values = ''] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'))
  const at = names.split(' ').indexOf('OutNoRoutes')
  const [, six] = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(readFileSync('/proc/net/snmp6', 'utf8')) ?? []
  return Number(values.split(' ')[at]) + Number(six)
}

async function serveAndUse(data: string): Promise<string[]> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const failures = await useFirstAddress(child.stdout)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0 ? failures : [...failures, `it ended with ${code}`]
}

async function useFirstAddress(output: NodeJS.ReadableStream): Promise<string[]> {
  for await (const line of createInterface({ input: output })) {
    const [address] = ADDRESS.exec(line) ?? []
    if (address) return useEverything(address)
  }
  return ['it did not start']
}

async function attempt(): Promise<string[]> {
  await once(connect(25, '192.0.2.1'), 'error')
  return []
}

const [what, data = ''] = process.argv.slice(2)
const failures = what === 'serve' ? await serveAndUse(data) : await attempt()
process.stdout.write(JSON.stringify({ failures, sought: countSought() }))
process.exit()
