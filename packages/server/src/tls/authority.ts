import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  X509Certificate,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { makeCertificate } from './certificate.ts'
import type { Installed } from './given.ts'
import { readTlsFile, tlsPath, writeTlsFile } from './store.ts'

/** A certificate made here, and what a device needs to trust it. */
export interface Issued extends Installed {
  /** Path of the file to carry to each device. */
  readonly carried: string
  /** SHA-256 of the authority's certificate, as devices show it. */
  readonly fingerprint: string
}

interface Authority {
  readonly name: string
  readonly pem: string
  readonly key: KeyObject
}

const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3650
/** The longest that browsers and phones accept everywhere. */
const SERVER_DAYS = 397
/** Clocks in the field run behind. */
const EARLIER_DAYS = 1

/**
 * Makes a server certificate for `names` (host names and addresses), signed by the installation's own
 * authority, which is made at the first call and kept: devices that trust it need nothing new.
 */
export function issueCertificate(
  data: string,
  { names, now }: { names: readonly string[]; now: Date },
): Issued {
  const authority = readAuthority(data, now) ?? makeAuthority(data, now)
  const { publicKey, privateKey } = makeKeys()
  const until = addDays(now, SERVER_DAYS)
  const certificate = makeCertificate(
    {
      subject: names[0] ?? 'vigil',
      publicKey,
      issuer: authority.name,
      issuerPublicKey: createPublicKey(authority.key),
      from: addDays(now, -EARLIER_DAYS),
      until,
      names,
    },
    authority.key,
  )
  writeTlsFile(data, 'server', certificate + authority.pem + toPem(privateKey))
  const { fingerprint256 } = new X509Certificate(authority.pem)
  return { names, until, carried: tlsPath(data, 'carried'), fingerprint: fingerprint256 }
}

function makeAuthority(data: string, now: Date): Authority {
  const { publicKey, privateKey } = makeKeys()
  const name = `Vigil authority ${randomBytes(3).toString('hex')}`
  const pem = makeCertificate(
    {
      subject: name,
      publicKey,
      issuer: name,
      issuerPublicKey: publicKey,
      from: addDays(now, -EARLIER_DAYS),
      until: addDays(now, AUTHORITY_DAYS),
      names: null,
    },
    privateKey,
  )
  writeTlsFile(data, 'carried', pem)
  writeTlsFile(data, 'authority', pem + toPem(privateKey))
  return { name, pem, key: privateKey }
}

/** Undefined where there is none, or where it would end before a certificate it signs. */
function readAuthority(data: string, now: Date): Authority | undefined {
  const file = readTlsFile(data, 'authority')
  if (file === undefined) return undefined
  const certificate = new X509Certificate(file)
  if (certificate.validToDate < addDays(now, SERVER_DAYS)) return undefined
  const name = certificate.subject.replace(/^CN=/, '')
  return { name, pem: certificate.toString(), key: createPrivateKey(file) }
}

function makeKeys(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

function toPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS)
}
