/** Whether only programs on this machine can reach what listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Where to listen: the name localhost means both of these, and browsers differ in which one they try
 * first. The first is there on every machine, the second where it has IPv6.
 */
export function listenAddresses(host: string): readonly string[] {
  return host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
}

/** The address to open in a browser. */
export function browserAddress(scheme: 'http' | 'https', host: string, port: number): string {
  const shown = host.includes(':') ? `[${host}]` : host
  return `${scheme}://${isEverywhere(host) ? 'localhost' : shown}:${port}`
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}
