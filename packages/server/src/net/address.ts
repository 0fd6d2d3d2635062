/** Whether only programs on this machine can reach what listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * What to hand to `listen`: the name localhost may mean an IPv6 address here and an IPv4 address
 * there, and every browser finds the latter.
 */
export function listenAddress(host: string): string {
  return host === 'localhost' ? '127.0.0.1' : host
}

/** The address to open in a browser. */
export function browserAddress(scheme: 'http' | 'https', host: string, port: number): string {
  const shown = host.includes(':') ? `[${host}]` : host
  return `${scheme}://${isEverywhere(host) ? 'localhost' : shown}:${port}`
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
