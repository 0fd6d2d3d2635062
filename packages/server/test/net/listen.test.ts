import { once } from 'node:events'
import { createServer as createHttp, get, type IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { Refusal } from '../../src/refusal.ts'
import { listen, refuseTakenPort } from '../../src/net/listen.ts'

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some((given) => given?.address === '::1')

const LOCALHOST = { host: 'localhost', port: 0 }
let port = 0

afterEach(() => {
  port = 0
})

async function serve(host = 'localhost') {
  const server = createHttp((_, answer) => answer.end('Vigil'))
  const listening = await listen(server, { host, port: 0 })
  ;({ port } = listening)
  return listening
}

async function ask(host: string): Promise<number | string> {
  try {
    const request = get({ host, port, agent: false })
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    answer.resume()
    return answer.statusCode ?? 0
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? ''
  }
}

async function hold(address: string, wanted = 0): Promise<number> {
  const other: Server = createServer().listen(wanted, address)
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  return (other.address() as { port: number }).port
}

describe('localhost', () => {
  test.runIf(hasIPv6)('is reached at both of its addresses until it stops', async () => {
    const { stop } = await serve()
    expect([await ask('127.0.0.1'), await ask('::1')]).toEqual([200, 200])
    await stop()
    expect([await ask('127.0.0.1'), await ask('::1')]).toEqual(['ECONNREFUSED', 'ECONNREFUSED'])
  })

  test('where a request has begun at either, it is answered before the end', async () => {
    const server = createHttp((_, answer) => setTimeout(() => answer.end('late'), 300))
    const listening = await listen(server, LOCALHOST)
    ;({ port } = listening)
    const asked = Promise.all((hasIPv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1']).map(ask))
    await new Promise((go) => setTimeout(go, 100))
    await listening.stop()
    expect(new Set(await asked)).toEqual(new Set([200]))
  })

  test.each(hasIPv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'])(
    'is refused where its port is taken at %s, and keeps nothing open',
    async (address) => {
      const taken = await hold(address)
      const place = { host: 'localhost', port: taken }
      await expect(refuseTakenPort(place)).rejects.toThrow(Refusal)
      await expect(listen(createHttp(), place)).rejects.toMatchObject({
        key: expect.stringMatching(/^refusal\.port\.taken/),
        values: { port: String(taken) },
      })
      const [other] = ['127.0.0.1', '::1'].filter((one) => one !== address)
      if (hasIPv6 && other) expect(await hold(other, taken)).toBe(taken)
    },
  )
})

test('an address given by number is the only one', async () => {
  const { stop } = await serve('127.0.0.1')
  expect([await ask('127.0.0.1'), await ask('::1')]).toEqual([200, 'ECONNREFUSED'])
  await stop()
})
