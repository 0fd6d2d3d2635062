const OPEN = ['[', '{'].map((sign) => sign.charCodeAt(0))
const CLOSE = [']', '}'].map((sign) => sign.charCodeAt(0))
const QUOTE = '"'.charCodeAt(0)
const ESCAPE = '\\'.charCodeAt(0)

/** How deep lists and objects lie in each other in a JSON text, looked at without parsing it. */
export function depthOf(text: string): number {
  let [depth, deepest, isText] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (isText) {
      if (sign === ESCAPE) at += 1
      else if (sign === QUOTE) isText = false
    } else if (sign === QUOTE) isText = true
    else if (OPEN.includes(sign)) {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (CLOSE.includes(sign)) depth -= 1
  }
  return deepest
}
