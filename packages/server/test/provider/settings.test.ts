import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readProviderSettings } from '../../src/provider/settings.ts'
import { Refusal } from '../../src/refusal.ts'
import { temporaryDirectory } from '../support/vigil.ts'

const RIGHT = {
  name: 'Example Mission',
  issuer: 'https://login.example.org',
  clientId: 'vigil',
  secretFile: 'secrets/identity-provider',
  address: 'https://vigil.example.org',
}

/** A data directory with this file in it, and the secret. */
function directoryWith(content: string | object, secret = 'shared with the provider\n'): string {
  const data = temporaryDirectory()
  mkdirSync(join(data, 'secrets'))
  writeFileSync(join(data, 'secrets/identity-provider'), secret)
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  writeFileSync(join(data, 'identity-provider.json'), text)
  return data
}

test('without the file there is no provider', () => {
  expect(readProviderSettings(temporaryDirectory())).toBeNull()
})

test('the file names the provider, and the secret is that of the file it names', () => {
  const settings = readProviderSettings(directoryWith(RIGHT))
  expect(settings).toMatchObject({
    name: 'Example Mission',
    clientSecret: 'shared with the provider',
    hosts: [],
    strong: { amr: [], acr: [] },
  })
  expect(settings?.issuer.href).toBe('https://login.example.org/')
})

test.each<[string, string | object, string]>([
  ['no JSON', '{', '{}'],
  ['a list', [], '{}'],
  ['nothing', {}, 'name'],
  ['an issuer without https', { ...RIGHT, issuer: 'http://login.example.org' }, 'issuer'],
  ['an issuer that is no address', { ...RIGHT, issuer: 'login.example.org' }, 'issuer'],
  ['an address without https', { ...RIGHT, address: 'http://vigil.example.org' }, 'address'],
  ['an address with a path', { ...RIGHT, address: 'https://vigil.example.org/x' }, 'address'],
  ['a host that is an address', { ...RIGHT, hosts: ['https://keys.example.org'] }, 'hosts.0'],
  ['a word too many', { ...RIGHT, clientSecret: 'here' }, '{}'],
  ['no list of words', { ...RIGHT, strong: { amr: 'mfa' } }, 'strong.amr'],
])('is refused with one sentence that says where: %s', (_, content, where) => {
  const read = () => readProviderSettings(directoryWith(content))
  expect(read).toThrow(Refusal)
  expect(read).toThrow(`"where":"${where}"`)
})

test.each([
  ['is empty', '\n'],
  ['is no secret but a whole file', 'x'.repeat(5000)],
])('a secret that %s is refused', (_, secret) => {
  expect(() => readProviderSettings(directoryWith(RIGHT, secret))).toThrow(
    'refusal.provider.secret',
  )
  const missing = { ...RIGHT, secretFile: '/nowhere' }
  expect(() => readProviderSettings(directoryWith(missing))).toThrow('refusal.provider.secret')
})
