import { toVerifierKey, type SignerKey } from '../../src/log/index.ts'
import { publicKeyOf } from './ed25519.ts'

/** Keys published with golang.org/x/mod/sumdb/note, of two invented people. */
export const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
export const PETER_SECRET =
  'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
export const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'

/** A key made of a number, the same every time. */
export function keyOf(name: string, number: number): SignerKey {
  const seed = new Uint8Array(32).fill(number)
  return { ...toVerifierKey(name, publicKeyOf(seed)), seed }
}
