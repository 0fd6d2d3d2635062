import { X509Certificate } from 'node:crypto'

/**
 * The host name that browsers reach this server by: the first one that its certificate is for, and
 * `localhost` where it speaks plain HTTP. Null where the certificate is for addresses only.
 */
export function hostNameOf(certificate: string | null): string | null {
  if (certificate === null) return 'localhost'
  const { subjectAltName = '' } = new X509Certificate(certificate)
  const names = subjectAltName.split(', ').map((entry) => /^DNS:([^*]+)$/.exec(entry)?.[1])
  return names.find((name) => name !== undefined)?.toLowerCase() ?? null
}
