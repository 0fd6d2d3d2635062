import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isIP } from 'node:net'
import * as der from './der.ts'

/** What a certificate says (X.509 version 3, RFC 5280); keys are of the curve P-256. */
export interface Statement {
  readonly subject: string
  readonly publicKey: KeyObject
  readonly issuer: string
  readonly issuerPublicKey: KeyObject
  readonly from: Date
  readonly until: Date
  /** Host names and addresses of a server; null for an authority. */
  readonly names: readonly string[] | null
}

const OID = {
  commonName: '2.5.4.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const

/** Key usage bits, most significant first: digital signature; signing of certificates and lists. */
const SIGNS_CONNECTIONS = der.bits(Buffer.of(0b1000_0000), 7)
const SIGNS_CERTIFICATES = der.bits(Buffer.of(0b0000_0110), 1)

/** Signs the statement with the issuer's private key and returns the certificate as PEM. */
export function makeCertificate(statement: Statement, issuerKey: KeyObject): string {
  const algorithm = der.sequence(der.identifier(OID.ecdsaWithSha256))
  const body = der.sequence(
    der.tagged(0, der.integer(Buffer.of(2))),
    der.integer(serialNumber()),
    algorithm,
    commonName(statement.issuer),
    der.sequence(der.time(statement.from), der.time(statement.until)),
    commonName(statement.subject),
    spki(statement.publicKey),
    der.tagged(3, der.sequence(...extensions(statement))),
  )
  const signature = sign('sha256', body, issuerKey)
  return toPem(der.sequence(body, algorithm, der.bits(signature)))
}

function extensions({ names, publicKey, issuerPublicKey }: Statement): Buffer[] {
  const authority = der.sequence(der.implicit(0, keyIdentifier(issuerPublicKey)))
  const keys = [
    extension(OID.subjectKeyIdentifier, der.octets(keyIdentifier(publicKey))),
    extension(OID.authorityKeyIdentifier, authority),
  ]
  if (names === null) {
    const noFurtherAuthorities = der.integer(Buffer.of(0))
    return [
      extension(OID.basicConstraints, der.sequence(der.boolean(true), noFurtherAuthorities), true),
      extension(OID.keyUsage, SIGNS_CERTIFICATES, true),
      ...keys,
    ]
  }
  return [
    extension(OID.basicConstraints, der.sequence(), true),
    extension(OID.keyUsage, SIGNS_CONNECTIONS, true),
    extension(OID.extendedKeyUsage, der.sequence(der.identifier(OID.serverAuth))),
    extension(OID.subjectAltName, der.sequence(...names.map(alternativeName))),
    ...keys,
  ]
}

function extension(name: string, value: Buffer, critical = false): Buffer {
  const marks = critical ? [der.boolean(true)] : []
  return der.sequence(der.identifier(name), ...marks, der.octets(value))
}

/** Choice 2 is a host name, choice 7 an address. */
function alternativeName(name: string): Buffer {
  return isIP(name) === 0
    ? der.implicit(2, Buffer.from(name, 'ascii'))
    : der.implicit(7, der.addressBytes(name))
}

function commonName(text: string): Buffer {
  return der.sequence(der.set(der.sequence(der.identifier(OID.commonName), der.utf8(text))))
}

/** Positive and never the same twice: a random number whose first byte is neither 0 nor above 127. */
function serialNumber(): Buffer {
  return Buffer.concat([Buffer.of(1), randomBytes(15)])
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256').update(spki(key)).digest().subarray(0, 20)
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' })
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
