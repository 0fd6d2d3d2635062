import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueCertificate } from '../../src/tls/authority.ts'
import { installGiven } from '../../src/tls/given.ts'
import { readTls } from '../../src/tls/store.ts'
import { Refusal } from '../../src/refusal.ts'
import { runVigil, startVigil, temporaryDirectory } from '../support/vigil.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const NAMES = ['vigil.local', '192.168.1.20', 'fe80::1', '::ffff:10.0.0.1']

let data: string
beforeEach(() => {
  data = join(temporaryDirectory(), 'data')
})

function readAuthority(): string {
  return readFileSync(join(data, 'tls/vigil-authority.crt'), 'utf8')
}

function refusalOf(work: () => unknown): string {
  try {
    work()
    return 'nothing'
  } catch (error) {
    return error instanceof Refusal ? error.key : String(error)
  }
}

function save(name: string, content: string): string {
  const path = join(temporaryDirectory(), name)
  writeFileSync(path, content)
  return path
}

function readHealth(address: string, host: string): Promise<number | undefined> {
  const url = new URL('/healthz', address)
  return new Promise((resolve, reject) => {
    const options = { ca: readAuthority(), host: '127.0.0.1', port: url.port, servername: host }
    get({ ...options, path: '/healthz' }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })
}

describe('a certificate of the own authority', () => {
  test('is for the names given and nothing else, for 397 days', () => {
    const { fingerprint } = issueCertificate(data, { names: NAMES, now: NOW })
    const server = new X509Certificate(readTls(data, NOW)?.cert ?? '')
    const authority = new X509Certificate(readAuthority())
    expect(server.verify(authority.publicKey)).toBe(true)
    expect(server.checkIssued(authority)).toBe(true)
    expect(server.ca).toBe(false)
    expect(authority.ca).toBe(true)
    expect(authority.fingerprint256).toBe(fingerprint)
    expect(server.checkHost('vigil.local')).toBe('vigil.local')
    expect(server.checkHost('elsewhere.local')).toBeUndefined()
    for (const address of NAMES.slice(1)) expect(server.checkIP(address)).toBe(address)
    expect(server.checkIP('192.168.1.21')).toBeUndefined()
    expect(server.validToDate.toISOString()).toBe('2027-04-02T12:00:00.000Z')
  })

  test('passes the strict checks of OpenSSL for a server', () => {
    issueCertificate(data, { names: NAMES, now: new Date() })
    const files = ['tls/vigil-authority.crt', 'tls/server.pem'].map((name) => join(data, name))
    const options = ['-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'vigil.local']
    const words = ['verify', ...options, '-CAfile', ...files]
    expect(execFileSync('openssl', words, { encoding: 'utf8' })).toContain('OK')
  })

  test('is renewed by the same authority, so that phones need nothing new', () => {
    const first = issueCertificate(data, { names: NAMES, now: NOW })
    const second = issueCertificate(data, { names: ['other.local'], now: NOW })
    expect(second.fingerprint).toBe(first.fingerprint)
  })

  test('lies where only the owner can read it', () => {
    issueCertificate(data, { names: NAMES, now: NOW })
    expect(statSync(join(data, 'tls')).mode & 0o777).toBe(0o700)
    for (const name of ['server.pem', 'authority.pem']) {
      expect(statSync(join(data, 'tls', name)).mode & 0o777).toBe(0o600)
    }
  })

  test('that has run out stops the start with a sentence', () => {
    issueCertificate(data, { names: NAMES, now: NOW })
    const later = new Date('2027-05-01T00:00:00Z')
    expect(refusalOf(() => readTls(data, later))).toBe('refusal.tls.ranOut')
  })
})

describe('a certificate that is brought along', () => {
  let pem: string
  beforeEach(() => {
    issueCertificate(data, { names: NAMES, now: NOW })
    pem = readTls(data, NOW)?.cert ?? ''
  })

  test('is taken over with its chain and named names', () => {
    const other = join(temporaryDirectory(), 'other')
    const file = save('both.pem', pem)
    const { names } = installGiven(other, { cert: file, key: file, now: NOW })
    expect(names).toContain('vigil.local')
    expect(readTls(other, NOW)?.cert.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
  })

  test('is refused, each time for its own reason, when it cannot work', () => {
    const cert = save('cert.pem', pem)
    const now = NOW
    const install = (given: object) => () => installGiven(data, { cert, key: cert, now, ...given })
    const authority = save('key.pem', readFileSync(join(data, 'tls/authority.pem'), 'utf8'))
    const nonsense = save('x.pem', 'x')
    expect(refusalOf(install({ cert: '/nowhere' }))).toBe('refusal.tls.unreadable')
    expect(refusalOf(install({ cert: nonsense }))).toBe('refusal.tls.notCertificate')
    expect(refusalOf(install({ key: nonsense }))).toBe('refusal.tls.notKey')
    expect(refusalOf(install({ key: authority }))).toBe('refusal.tls.mismatch')
    expect(refusalOf(install({ cert: authority, key: authority }))).toBe('refusal.tls.noNames')
    expect(refusalOf(install({ now: new Date('2030-01-01') }))).toBe('refusal.tls.expired')
    expect(refusalOf(install({ now: new Date('2020-01-01') }))).toBe('refusal.tls.tooEarly')
  })
})

describe('./vigil tls, then serve', () => {
  test('says how a phone trusts it; the server speaks nothing older than TLS 1.2, and sends plain HTTP there', async () => {
    const said = runVigil(['tls', '--data', data, 'vigil.local', '192.168.1.20'])
    expect(said).toMatchObject({ code: 0, errors: '' })
    expect(said.output).toContain(join(data, 'tls/vigil-authority.crt'))
    expect(said.output).toContain(new X509Certificate(readAuthority()).fingerprint256)
    expect(said.output).toMatch(/Android:.+\niPhone:/)

    const vigil = await startVigil(['--data', data, '--host', '0.0.0.0'])
    expect(vigil.address).toMatch(/^https:/)
    expect(await readHealth(vigil.address, 'vigil.local')).toBe(200)
    const { host } = new URL(vigil.address)
    const plain = await fetch(`http://${host}/documents?words=x`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location'), await plain.text()]).toEqual([
      308,
      `https://${host}/documents?words=x`,
      '',
    ])
    const old = connect({
      port: Number(new URL(vigil.address).port),
      host: '127.0.0.1',
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1.1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
      rejectUnauthorized: false,
    })
    const outcome = await new Promise((resolve) => {
      old.on('secureConnect', () => {
        resolve('let in')
      })
      old.on('error', () => {
        resolve('refused')
      })
    })
    expect(outcome).toBe('refused')
  })

  test('names that are none, and half a pair, are wrong usage', () => {
    expect(runVigil(['tls', '--data', data, 'not a name']).code).toBe(2)
    expect(runVigil(['tls', '--data', data, '--cert', 'x.pem'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--key') as string,
    })
  })
})
