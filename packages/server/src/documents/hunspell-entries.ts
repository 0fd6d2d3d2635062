/** The entries of a Hunspell dictionary. */
export interface Entries {
  /** The flags of the word spelt exactly so, of all its lines; undefined where it has none. */
  get(word: string): string | undefined
}

const SLASH = '/'.charCodeAt(0)
const REMARK = '\t'.charCodeAt(0)
const RETURN = '\r'.charCodeAt(0)
const NEWLINE = '\n'.charCodeAt(0)

/** FNV-1a over UTF-16 units. */
const SEED = 0x81_1c_9d_c5
const PRIME = 0x01_00_01_93

/**
 * Reads the text of a `.dic` file: a line with the number of entries, then a word a line, perhaps
 * with flags behind a slash. The lines stay where they are and are found by a hash of their word:
 * to take all apart costs every first reading a tenth of a second, and a text asks for few.
 */
export function readEntries(dic: string): Entries {
  const starts = startsByHash(dic)
  return { get: (word) => flagsOf(word, dic, starts) }
}

/** Where each word begins, in the first free slot from that of its hash; 0 is a free slot. */
function startsByHash(dic: string): Uint32Array {
  // A line has two characters at least, so that slots stay free.
  const starts = new Uint32Array(2 ** Math.ceil(Math.log2(dic.length / 2 + 2)))
  for (let start = lineAfter(dic, 0); start > 0;) {
    const end = addWord(dic, start, starts)
    start = lineAfter(dic, end)
  }
  return starts
}

/** The place behind the next line end, 0 where none comes. */
function lineAfter(dic: string, at: number): number {
  return dic.indexOf('\n', at) + 1
}

function addWord(dic: string, start: number, starts: Uint32Array): number {
  let hash = SEED
  let end = start
  for (; end < dic.length; end += 1) {
    const code = dic.charCodeAt(end)
    if (code <= SLASH && endsWord(code)) break
    hash = Math.imul(hash ^ code, PRIME)
  }
  if (end > start) starts[freeSlot(starts, hash)] = start
  return end
}

function freeSlot(starts: Uint32Array, hash: number): number {
  const last = starts.length - 1
  let slot = hash & last
  while (starts[slot] !== 0) slot = (slot + 1) & last
  return slot
}

/** Lines of one word stand in slots one behind the other, in their order. */
function flagsOf(word: string, dic: string, starts: Uint32Array): string | undefined {
  const last = starts.length - 1
  let flags: string | undefined
  let slot = hashOf(word) & last
  for (let start = starts[slot]; start; start = starts[slot]) {
    if (dic.startsWith(word, start) && endOfWord(dic, start) === start + word.length) {
      flags = (flags ?? '') + flagsFrom(dic, start + word.length)
    }
    slot = (slot + 1) & last
  }
  return flags
}

function hashOf(word: string): number {
  let hash = SEED
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
  }
  return hash
}

function endOfWord(dic: string, start: number): number {
  let end = start
  while (end < dic.length && !endsWord(dic.charCodeAt(end))) end += 1
  return end
}

function endsWord(code: number): boolean {
  return code === SLASH || endsEntry(code)
}

function endsEntry(code: number): boolean {
  return code === NEWLINE || code === REMARK || code === RETURN
}

function flagsFrom(dic: string, end: number): string {
  if (dic.charCodeAt(end) !== SLASH) return ''
  let last = end + 1
  while (last < dic.length && !endsEntry(dic.charCodeAt(last))) last += 1
  return dic.slice(end + 1, last)
}
