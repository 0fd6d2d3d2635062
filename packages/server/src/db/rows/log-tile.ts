export interface LogTile {
  hashes: Buffer
  index: number
  level: number
}
