import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What an HTTPS server is made with. */
export interface Tls {
  readonly cert: string
  readonly key: string
  readonly minVersion: 'TLSv1.2'
}

/** Names of the files in `data/tls`. */
export const TLS_FILES = {
  certificate: 'certificate.pem',
  key: 'key.pem',
  authority: 'authority.pem',
  authorityKey: 'authority-key.pem',
} as const

/** The certificate that `./vigil tls` put there; null where the server speaks plain HTTP. */
export function readTls(data: string): Tls | null {
  const certificate = join(data, 'tls', TLS_FILES.certificate)
  if (!existsSync(certificate)) return null
  return {
    cert: readFileSync(certificate, 'utf8'),
    key: readFileSync(join(data, 'tls', TLS_FILES.key), 'utf8'),
    minVersion: 'TLSv1.2',
  }
}
