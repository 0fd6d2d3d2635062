// Colours as readers see them: contrast by WCAG 2.2, difference by CIEDE2000 (Sharma, Wu and Dalal 2005),
// colour-vision deficiency by Machado, Oliveira and Fernandes (2009), severity 1.

/** @typedef {readonly [number, number, number]} Triple */

/** Rows of the matrices that turn linear light into what is seen. @type {Readonly<Record<string, readonly [Triple, Triple, Triple]>>} */
export const VISION = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** @param {string} hex @param {number} at */
function channel(hex, at) {
  const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

/** Linear light of `#rrggbb`. @param {string} hex @returns {Triple} */
function light(hex) {
  return [channel(hex, 1), channel(hex, 3), channel(hex, 5)]
}

/** @param {Triple} a @param {Triple} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/** @param {string} hex */
function luminance(hex) {
  return dot([0.2126, 0.7152, 0.0722], light(hex))
}

/** Contrast of two colours, 1 to 21. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** @param {number} t */
function cubic(t) {
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116
}

/** CIE L*a*b* of a colour as seen through `vision`. @param {string} hex @param {readonly [Triple, Triple, Triple]} vision @returns {Triple} */
export function seen(hex, vision) {
  const source = light(hex)
  /** @param {Triple} row */
  const see = (row) => Math.min(1, Math.max(0, dot(row, source)))
  /** @type {Triple} */
  const rgb = [see(vision[0]), see(vision[1]), see(vision[2])]
  const x = cubic(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047)
  const y = cubic(dot([0.2126729, 0.7151522, 0.072175], rgb))
  const z = cubic(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const RADIAN = Math.PI / 180

/** @param {number} degrees */
function cosine(degrees) {
  return Math.cos(degrees * RADIAN)
}

/** @param {number} chroma */
function seventh(chroma) {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))
}

/** Chroma and hue in degrees. @param {number} a @param {number} b */
function polar(a, b) {
  return { chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) / RADIAN + 360) % 360 }
}

/** @param {number} one @param {number} other */
function meanHue(one, other) {
  const sum = one + other
  if (Math.abs(one - other) <= 180) return sum / 2
  return (sum + (sum < 360 ? 360 : -360)) / 2
}

/** CIEDE2000 between two colours in L*a*b*. @param {Triple} one @param {Triple} other */
export function difference([l1, a1, b1], [l2, a2, b2]) {
  const stretch = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2))
  const p = polar(a1 * stretch, b1)
  const q = polar(a2 * stretch, b2)
  const turn = ((q.hue - p.hue + 540) % 360) - 180
  const hueStep = 2 * Math.sqrt(p.chroma * q.chroma) * Math.sin((turn / 2) * RADIAN)
  const l = (l1 + l2) / 2
  const c = (p.chroma + q.chroma) / 2
  const h = meanHue(p.hue, q.hue)
  const weight =
    1 -
    0.17 * cosine(h - 30) +
    0.24 * cosine(2 * h) +
    0.32 * cosine(3 * h + 6) -
    0.2 * cosine(4 * h - 63)
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2))
  const chroma = (q.chroma - p.chroma) / (1 + 0.045 * c)
  const hue = hueStep / (1 + 0.015 * c * weight)
  const rotation = -2 * seventh(c) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * RADIAN)
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue)
}
