import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Refusal } from '../refusal.ts'
import { isoDay, writeTlsFile } from './store.ts'

/** A certificate in use: for which names, and until when. */
export interface Installed {
  readonly names: readonly string[]
  readonly until: Date
}

/** Takes over a certificate (with its chain, PEM) and its key after checking that they will work. */
export function installGiven(
  data: string,
  { cert, key, now }: { cert: string; key: string; now: Date },
): Installed {
  const chain = readText(cert)
  const certificate = parseCertificate(chain, cert)
  const privateKey = parseKey(readText(key), key)
  if (!certificate.checkPrivateKey(privateKey)) throw new Refusal('refusal.tls.mismatch')
  checkDates(certificate, now)
  const names = namesOf(certificate)
  if (names.length === 0) throw new Refusal('refusal.tls.noNames', { file: cert })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  writeTlsFile(data, 'server', `${chain.trim()}\n${pem}`)
  return { names, until: certificate.validToDate }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Refusal('refusal.tls.unreadable', { file })
  }
}

function parseCertificate(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text)
  } catch {
    throw new Refusal('refusal.tls.notCertificate', { file })
  }
}

function parseKey(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text)
  } catch {
    const locked = /ENCRYPTED/.test(text)
    throw new Refusal(locked ? 'refusal.tls.lockedKey' : 'refusal.tls.notKey', { file })
  }
}

function checkDates({ validFromDate, validToDate }: X509Certificate, now: Date): void {
  if (validToDate <= now) throw new Refusal('refusal.tls.expired', { until: isoDay(validToDate) })
  if (validFromDate > now)
    throw new Refusal('refusal.tls.tooEarly', { from: isoDay(validFromDate) })
}

/** The hosts and addresses that browsers will accept it for; they ignore the common name. */
function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  return subjectAltName
    .split(', ')
    .map((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1])
    .filter((name) => name !== undefined)
}
