import type { Session } from '@vigil/contract/schemas'
import { redirect } from '@tanstack/react-router'

interface Place {
  readonly pathname: string
  readonly href: string
}

/**
 * Lets a reader on to the page at `place` or leads them to where they must go first: to the first
 * account, to signing in, and from there back to where they were.
 */
export function passGate(session: Session, place: Place): void {
  const to = nextStop(session, place)
  if (to !== null) throw redirect({ href: to, replace: true })
}

/** Pages that are for those who are not signed in. */
const DOORS: readonly string[] = ['/sign-in', '/sign-in/return', '/enrol']

/** The address that must be seen before `place`; null where `place` itself may be. */
export function nextStop(session: Session, place: Place): string | null {
  const { pathname, href } = place
  if (session.state === 'setup') return pathname === '/setup' ? null : '/setup'
  if (session.state === 'signedOut') return stopSignedOut(place)
  if (pathname === '/setup' || pathname === '/enrol') return '/'
  if (pathname === '/sign-in') return safeReturn(new URLSearchParams(href.split('?')[1]).get('to'))
  return null
}

function stopSignedOut({ pathname, href }: Place): string | null {
  if (DOORS.includes(pathname)) return null
  const isAnywhere = pathname === '/' || pathname === '/setup'
  return isAnywhere ? '/sign-in' : `/sign-in?to=${encodeURIComponent(href)}`
}

/** `to` where it is a path of this application, else the first page. */
function safeReturn(to: string | null): string {
  const isOwn = to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')
  return isOwn ? to : '/'
}

/** Where somebody begins: with the documents, or with the one thing that they may do without them. */
export function firstPage(session: Session): '/documents' | '/log' | '/people' {
  const may = session.state === 'signedIn' ? session.capabilities : []
  if (may.includes('document.read')) return '/documents'
  if (may.includes('log.read')) return '/log'
  return may.includes('account.read') ? '/people' : '/documents'
}
