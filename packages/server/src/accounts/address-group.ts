import { isIPv6 } from 'node:net'

/**
 * What counts as one address: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever
 * has one of these has all that follow.
 */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::')
  const first = groups(head)
  const missing = 8 - first.length - groups(tail ?? '').length
  const whole = [...first, ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail ?? '')]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':')
}
