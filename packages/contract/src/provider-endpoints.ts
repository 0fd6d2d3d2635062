import type { Endpoint } from './endpoint.ts'
import {
  Provider,
  ProviderBegun,
  ProviderReturn,
  ProviderSignedIn,
  ProviderSignInBeginning,
} from './schemas/provider.ts'

/** Why what somebody came back with is not taken. */
const RETURN_PROBLEMS = [
  'provider.none',
  'provider.away',
  'provider.wrong',
  'session.throttled',
] as const

/** Signing in by the identity provider of the organisation, and linking one's account there. */
export const PROVIDER_ENDPOINTS = {
  readProvider: {
    method: 'get',
    path: '/api/session/provider',
    summary: 'By which identity provider one can sign in here',
    action: null,
    reads: null,
    status: 200,
    answer: Provider,
    problems: [],
  },
  beginProviderSignIn: {
    method: 'post',
    path: '/api/session/provider',
    summary: 'Where the browser goes to sign in by the identity provider',
    action: null,
    reads: null,
    body: ProviderSignInBeginning,
    status: 200,
    answer: ProviderBegun,
    problems: ['provider.none', 'provider.away'],
  },
  signInByProvider: {
    method: 'post',
    path: '/api/session/provider/return',
    summary: 'Sign in by what the identity provider sent the browser back with',
    action: null,
    reads: null,
    body: ProviderReturn,
    status: 200,
    answer: ProviderSignedIn,
    problems: [...RETURN_PROBLEMS, 'provider.refused'],
  },
  beginProviderLink: {
    method: 'post',
    path: '/api/own/provider/challenge',
    summary: 'Where the browser goes to show which account there is mine',
    action: 'own',
    reads: 'get',
    status: 200,
    answer: ProviderBegun,
    problems: ['access.stepUp', 'provider.none', 'provider.away'],
  },
  linkProvider: {
    method: 'post',
    path: '/api/own/provider',
    summary: 'Let my account at the identity provider sign me in here',
    action: 'own',
    reads: 'get',
    body: ProviderReturn,
    status: 204,
    answer: null,
    problems: [...RETURN_PROBLEMS, 'provider.linked'],
  },
  unlinkProvider: {
    method: 'delete',
    path: '/api/own/provider',
    summary: 'Let the identity provider sign me in no longer',
    action: 'own',
    reads: 'get',
    status: 204,
    answer: null,
    problems: ['access.stepUp', 'provider.notLinked'],
  },
} as const satisfies Record<string, Endpoint>
