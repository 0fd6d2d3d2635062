/** A device in words that its owner knows it by. */
export interface Device {
  /** A product's name; null where it is none of those known. */
  readonly browser: string | null
  readonly platform: string | null
}

/** Every browser also calls itself by the names of those below it. */
const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|OPT|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bVersion\/[\d.]+ .*\bSafari\//],
] as const

const PLATFORMS = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
] as const

/** So much of what a browser says of itself is looked at. */
const LONGEST = 512

/**
 * Family of browser and platform, from what a browser says of itself (RFC 9110, 10.1.5). It can say
 * anything: this helps somebody to recognise their devices and decides nothing.
 */
export function describeDevice(userAgent: string): Device {
  const said = userAgent.slice(0, LONGEST)
  return { browser: nameOf(BROWSERS, said), platform: nameOf(PLATFORMS, said) }
}

function nameOf(known: readonly (readonly [string, RegExp])[], said: string): string | null {
  return known.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}
