/** The page that an identity provider sends browsers back to. */
const RETURN_PAGE = '/sign-in/return'

let answer = takeOutOfAddress()

/**
 * What an identity provider sent this browser back with, once; empty where it sent nothing. To be loaded
 * before the router, which would write it anew; no link, reload or copied address carries it on.
 */
export function takeAnswer(): string {
  const taken = answer
  answer = ''
  return taken
}

function takeOutOfAddress(): string {
  const { pathname, search } = window.location
  if (pathname !== RETURN_PAGE) return ''
  window.history.replaceState(null, '', pathname)
  return search.slice(1)
}
