import { TILE_WIDTH, type TilePlace } from './tile.ts'

/** A file of a tiled log: a tile of hashes, or a bundle of the entries themselves. */
export interface TileFile extends Omit<TilePlace, 'level'> {
  readonly level: number | 'entries'
  /** How many hashes or entries it holds, 1 to 256. */
  readonly width: number
}

const HIGHEST_LEVEL = 63
const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u

/**
 * Where a file of a log lies below the log's address: `tile/0/x001/x234/067`, with `.p/112` behind it
 * while it holds fewer than 256 (C2SP tlog-tiles).
 */
export function tilePath({ level, index, width }: TileFile): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const steps = padded.replace(/\d{3}(?=\d)/g, 'x$&/')
  return `tile/${level}/${steps}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

/** The file that such a path names; undefined where the path is written in any other way. */
export function findTileFile(path: string): TileFile | undefined {
  const [, level = '', steps = '', width = String(TILE_WIDTH)] = PATH.exec(path) ?? []
  const file = {
    level: level === 'entries' ? level : Number(level),
    index: Number(steps.replace(/[x/]/g, '')),
    width: Number(width),
  } as const
  const isLevel = file.level === 'entries' || file.level <= HIGHEST_LEVEL
  return isLevel && Number.isSafeInteger(file.index) && tilePath(file) === path ? file : undefined
}
