import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePrivateDirectory, writePrivateFile } from '../postgres/files.ts'
import { Refusal } from '../refusal.ts'

/** What an HTTPS server is made with. */
export interface Tls {
  readonly cert: string
  readonly key: string
  readonly minVersion: 'TLSv1.2'
}

/**
 * Files in `data/tls`. Key and certificate stand in one file, so that the pair is replaced whole or
 * not at all.
 */
const FILES = {
  server: 'server.pem',
  authority: 'authority.pem',
  /** The authority without its key: what phones are given. */
  carried: 'vigil-authority.crt',
} as const
type TlsFile = keyof typeof FILES

/**
 * The certificate that `./vigil tls` put there; null where the server speaks plain HTTP. Refuses one
 * that has run out: browsers would turn away without saying how to go on.
 */
export function readTls(data: string, now: Date): Tls | null {
  const pair = readTlsFile(data, 'server')
  if (pair === undefined) return null
  const { validToDate } = new X509Certificate(pair)
  if (validToDate > now) return { cert: pair, key: pair, minVersion: 'TLSv1.2' }
  throw new Refusal('refusal.tls.ranOut', { until: isoDay(validToDate) })
}

export function readTlsFile(data: string, file: TlsFile): string | undefined {
  const path = tlsPath(data, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Writes one of the files, readable by the owner only. */
export function writeTlsFile(data: string, file: TlsFile, content: string): void {
  ensurePrivateDirectory(join(data, 'tls'), null)
  writePrivateFile(tlsPath(data, file), content)
}

export function tlsPath(data: string, file: TlsFile): string {
  return join(data, 'tls', FILES[file])
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
