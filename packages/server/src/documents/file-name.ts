const LONGEST = 200

/**
 * The name of an uploaded file as it is kept and given back: without folders, without characters
 * that nobody sees (controls, directions of writing), not empty, at most 200 characters with its
 * ending kept.
 */
export function toSafeFileName(given: string): string {
  const name = given
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
  return shorten(name === '' ? 'document' : name)
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= LONGEST) return name
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  const stem = characters.slice(0, LONGEST - ending.length).join('')
  return `${stem.trim()}${ending}`
}
