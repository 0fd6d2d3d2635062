import { afterAll, expect, test } from 'vitest'
import { Browser, problemOf, signUp } from '../support/client.ts'
import { freshDatabase } from '../support/database.ts'
import { addPasskey } from '../support/factors.ts'
import { CLIENT } from '../support/lying-provider.ts'
import { addressFrom, startTrusting } from '../support/provider.ts'
import { startRealProvider } from '../support/real-provider.ts'

const { db } = await freshDatabase()
const provider = await startRealProvider('http://localhost/sign-in/return')
afterAll(() => provider.stop())
const { app } = startTrusting(db, {
  name: 'Example Mission',
  issuer: new URL(provider.issuer),
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  address: new URL('http://localhost'),
  hosts: [],
  strong: { amr: ['hwk'], acr: [] },
})

/** Goes where a browser would, with its cookies, until it is sent back; gives what it is sent with. */
async function follow(address: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = new URL(address)
  for (let steps = 0; steps < 10 && next.pathname !== '/sign-in/return'; steps += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(next, { headers: { cookie }, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    next = new URL(answer.headers.get('location') ?? '', next)
  }
  return next.search.slice(1)
}

async function enter(browser: Browser): Promise<Response> {
  const answer = await follow(await addressFrom(browser))
  return browser.json('POST', '/api/session/provider/return', { answer })
}

test('a provider by another hand links and signs in, and says how it found out', async () => {
  const amina = await signUp(app)
  const answer = await follow(await addressFrom(amina, '/api/own/provider/challenge'))
  expect((await amina.json('POST', '/api/own/provider', { answer })).status).toBe(204)
  expect((await enter(new Browser(app))).status).toBe(200)
  expect((await addPasskey(amina)).answer.status).toBe(201)
  expect((await problemOf(await enter(new Browser(app)))).code).toBe('provider.refused')
  provider.person = { sub: 'amina-there', amr: ['hwk'] }
  const entered = await enter(new Browser(app))
  expect(await entered.json()).toMatchObject({ session: { state: 'signedIn' } })
  provider.person = { sub: 'somebody-else', amr: ['hwk'] }
  expect((await problemOf(await enter(new Browser(app)))).code).toBe('provider.refused')
})

test('a provider by another hand refuses a code without the verifier that belongs to it', async () => {
  const [mine, other] = [new Browser(app), new Browser(app)]
  const code = new URLSearchParams(await follow(await addressFrom(mine))).get('code') ?? ''
  const answer = new URLSearchParams(await follow(await addressFrom(other)))
  answer.set('code', code)
  const refused = await other.json('POST', '/api/session/provider/return', {
    answer: answer.toString(),
  })
  expect((await problemOf(refused)).code).toBe('provider.wrong')
  expect(other.cookies.has('__Host-vigil')).toBe(false)
})
