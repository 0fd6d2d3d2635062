import type { Session } from '@vigil/contract/schemas'
import { describe, expect, test } from 'vitest'
import { firstPage, nextStop } from '../src/app/gate.ts'

const SETUP: Session = { state: 'setup' }
const OUT: Session = { state: 'signedOut' }
const IN: Session = {
  state: 'signedIn',
  account: {
    id: '0197a2f0-0000-7000-8000-000000000001' as never,
    name: 'Aminata Example',
    signInName: 'a.example',
    grants: [],
    createdAt: '2032-04-06T08:00:00Z',
  },
  capabilities: ['document.read'],
  strong: ['passkey'],
  toEnrol: null,
  provenUntil: '2032-04-06T08:05:00Z',
  expiresAt: '2032-04-06T20:00:00Z',
}

function at(href: string) {
  return { href, pathname: href.split('?')[0] ?? '' }
}

describe('the gate', () => {
  test('leads everybody to the first account while there is none', () => {
    expect(nextStop(SETUP, at('/documents'))).toBe('/setup')
    expect(nextStop(SETUP, at('/setup'))).toBeNull()
  })

  test('lets whoever was invited in by the code, and nobody who is in already', () => {
    expect(nextStop(OUT, at('/enrol'))).toBeNull()
    expect(nextStop(SETUP, at('/enrol'))).toBe('/setup')
    expect(nextStop(IN, at('/enrol'))).toBe('/')
    expect(nextStop(IN, at('/setup/co-chair'))).toBeNull()
  })

  test('lets whoever comes back from the identity provider in, signed in or not', () => {
    expect(nextStop(OUT, at('/sign-in/return'))).toBeNull()
    expect(nextStop(IN, at('/sign-in/return'))).toBeNull()
    expect(nextStop(SETUP, at('/sign-in/return'))).toBe('/setup')
  })

  test('leads to signing in and remembers where one was', () => {
    expect(nextStop(OUT, at('/search?words=mali'))).toBe('/sign-in?to=%2Fsearch%3Fwords%3Dmali')
    expect(nextStop(OUT, at('/'))).toBe('/sign-in')
    expect(nextStop(OUT, at('/sign-in'))).toBeNull()
  })

  test('leads from signing in back to where one was', () => {
    expect(nextStop(IN, at('/sign-in?to=%2Fsearch%3Fwords%3Dmali'))).toBe('/search?words=mali')
    expect(nextStop(IN, at('/sign-in'))).toBe('/')
    expect(nextStop(IN, at('/documents'))).toBeNull()
  })

  test.each([
    '/sign-in?to=https%3A%2F%2Felsewhere.example',
    '/sign-in?to=%2F%2Felsewhere.example',
    '/sign-in?to=%2F%5Celsewhere.example',
    '/sign-in?to=javascript%3Aalert(1)',
    '/sign-in?to=%2Fsign-in%3Fto%3D%2Fsign-in',
  ])('never leads anywhere else: %s', (href) => {
    expect(nextStop(IN, at(href))).toBe('/')
  })
})

test('whoever only keeps accounts or the log begins there, all others with the documents', () => {
  const keeper: Session = { ...IN, capabilities: ['account.read', 'account.grant'] }
  expect(firstPage(keeper)).toBe('/people')
  expect(firstPage({ ...keeper, capabilities: ['account.read', 'document.read'] })).toBe(
    '/documents',
  )
  expect(firstPage({ ...keeper, capabilities: ['log.read'] })).toBe('/log')
  expect(firstPage(IN)).toBe('/documents')
})
