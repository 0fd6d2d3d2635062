import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ActionsAddress } from '../pages/actions/address.ts'
import { DocumentAddress } from '../pages/document/address.ts'
import { PersonAddress } from '../pages/people/address.ts'
import { CheckpointsAddress, LogAddress } from '../pages/log/address.ts'
import { LetterAddress, NewLetterAddress } from '../pages/letters/address.ts'
import { DocumentsAddress } from '../pages/documents/address.ts'
import { SearchAddress } from '../pages/search/address.ts'
import { SignInAddress } from '../pages/sign-in/address.ts'
import { sessionQuery } from '../api/session.ts'
import { Frame, loadShell } from './frame.tsx'
import { firstPage, passGate } from './gate.ts'

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    passGate(session, location)
    if (session.state === 'signedIn') await loadShell()
  },
  component: Frame,
})

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    throw redirect({ to: firstPage(session), replace: true })
  },
})

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  staticData: { isBare: true },
  component: lazyRouteComponent(() => import('../pages/setup/setup-page.tsx'), 'SetupPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  staticData: { isBare: true },
  validateSearch: SignInAddress,
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const returnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/return',
  staticData: { isBare: true },
  component: lazyRouteComponent(() => import('../pages/sign-in/return-page.tsx'), 'ReturnPage'),
})

const firstCoChairRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup/co-chair',
  staticData: { isBare: true },
  component: lazyRouteComponent(
    () => import('../pages/setup/co-chair-page.tsx'),
    'FirstCoChairPage',
  ),
})

const enrolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrol',
  staticData: { isBare: true },
  component: lazyRouteComponent(() => import('../pages/enrol/enrol-page.tsx'), 'EnrolPage'),
})

const documentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: DocumentsAddress,
  component: lazyRouteComponent(
    () => import('../pages/documents/documents-page.tsx'),
    'DocumentsPage',
  ),
})

const documentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$documentId/{-$eid}',
  validateSearch: DocumentAddress,
  component: lazyRouteComponent(
    () => import('../pages/document/document-page.tsx'),
    'DocumentPage',
  ),
})

const actionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actions',
  validateSearch: ActionsAddress,
  component: lazyRouteComponent(() => import('../pages/actions/actions-page.tsx'), 'ActionsPage'),
})

const newLetterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$documentId/letters/$envelope',
  validateSearch: NewLetterAddress,
  component: lazyRouteComponent(
    () => import('../pages/letters/new-letter-page.tsx'),
    'NewLetterPage',
  ),
})

const lettersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/letters',
  component: lazyRouteComponent(() => import('../pages/letters/letters-page.tsx'), 'LettersPage'),
})

const letterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/letters/$letterId',
  validateSearch: LetterAddress,
  component: lazyRouteComponent(() => import('../pages/letters/letter-page.tsx'), 'LetterPage'),
})

const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  validateSearch: SearchAddress,
  component: lazyRouteComponent(() => import('../pages/search/search-page.tsx'), 'SearchPage'),
})

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('../pages/people/people-page.tsx'), 'PeoplePage'),
})

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$accountId',
  validateSearch: PersonAddress,
  component: lazyRouteComponent(() => import('../pages/people/person-page.tsx'), 'PersonPage'),
})

const taskForceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/task-force',
  component: lazyRouteComponent(
    () => import('../pages/task-force/task-force-page.tsx'),
    'TaskForcePage',
  ),
})

const identitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/identities',
  component: lazyRouteComponent(
    () => import('../pages/identities/identities-page.tsx'),
    'IdentitiesPage',
  ),
})

const logRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log',
  validateSearch: LogAddress,
  staticData: { classification: 'log' },
  component: lazyRouteComponent(() => import('../pages/log/log-page.tsx'), 'LogPage'),
})

const checkpointsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log/checkpoints',
  validateSearch: CheckpointsAddress,
  staticData: { classification: 'checkpoints' },
  component: lazyRouteComponent(
    () => import('../pages/log/checkpoints/checkpoints-page.tsx'),
    'CheckpointsPage',
  ),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
})

const leavingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/leaving',
  component: lazyRouteComponent(() => import('../pages/leaving/leaving-page.tsx'), 'LeavingPage'),
})

const handedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/handed',
  component: lazyRouteComponent(() => import('../pages/leaving/handed-page.tsx'), 'HandedPage'),
})

const recoveryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recovery',
  component: lazyRouteComponent(
    () => import('../pages/recovery/recovery-page.tsx'),
    'RecoveryPage',
  ),
})

const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('../pages/help/help-page.tsx'), 'HelpPage'),
})

export const routeTree = rootRoute.addChildren([
  homeRoute,
  setupRoute,
  firstCoChairRoute,
  enrolRoute,
  signInRoute,
  returnRoute,
  documentsRoute,
  documentRoute,
  newLetterRoute,
  actionsRoute,
  lettersRoute,
  letterRoute,
  searchRoute,
  peopleRoute,
  personRoute,
  taskForceRoute,
  identitiesRoute,
  recoveryRoute,
  logRoute,
  checkpointsRoute,
  accountRoute,
  leavingRoute,
  handedRoute,
  helpRoute,
])
