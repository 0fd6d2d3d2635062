import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openWindow, type Profile, startBrowser, type Visit, visit } from './browser.ts'
import { FIRST_PERSON, makeFirstAccount, signIn } from './journey.ts'
import type { Look } from './looks.ts'
import { type RunningServer, startServer } from './server.ts'

/** A Vigil of a test file's own, and the browsers of the people who visit it. */
export interface Installation {
  readonly address: string
  /** Somebody whom the browser does not know. */
  visit(options?: BrowserContextOptions): Promise<Visit>
  /** Makes the first account, as the page of the first visit does; ends on the documents. */
  begin(): Promise<Visit>
  /**
   * A window of the first person. What is chosen in it as language and colours is forgotten when it
   * closes.
   */
  enter(look?: Look): Promise<Visit>
  /** The first person in a profile of its own, with the session of the others. */
  enterApart(options?: BrowserContextOptions): Promise<Visit>
  /** Gives the first person further roles, on the machine; they hold from the next request on. */
  grant(roles: string): Promise<void>
  /** The first person with a session of its own, for journeys that end it; on the documents. */
  enterAnew(): Promise<Visit>
}

interface Running {
  server?: RunningServer
  browser?: Browser
  profile?: Profile
}

/** Begins before the tests of the file or group that calls this, and ends after them. */
export function useInstallation(): Installation {
  const running: Running = {}
  beforeAll(async () => {
    ;[running.server, running.browser] = await Promise.all([startServer(), startBrowser()])
  })
  afterAll(async () => {
    await running.browser?.close()
    await running.server?.stop()
  })
  return {
    get address() {
      return get(running, 'server').address
    },
    visit: (options) => visitRunning(running, options),
    begin: () => begin(running),
    enter: (look) => openWindow(get(running, 'profile'), look),
    async enterApart(options) {
      const storageState = await get(running, 'profile').context.storageState()
      return visitRunning(running, { storageState, ...options })
    },
    grant: (roles) =>
      get(running, 'server').run('user', 'grant', FIRST_PERSON.signInName, '--roles', roles),
    enterAnew: () => enterAnew(running),
  }
}

function get<K extends keyof Running>(running: Running, part: K): NonNullable<Running[K]> {
  const found = running[part]
  if (!found) throw new Error(`There is no ${part} yet: begin first`)
  return found
}

function visitRunning(running: Running, options: BrowserContextOptions = {}): Promise<Visit> {
  const baseURL = get(running, 'server').address
  return visit(get(running, 'browser'), { baseURL, ...options })
}

async function begin(running: Running): Promise<Visit> {
  const visitor = await visitRunning(running)
  await makeFirstAccount(visitor.page)
  const profile = { context: visitor.page.context(), idle: [] as Page[] }
  running.profile = profile
  return { ...visitor, close: async () => void profile.idle.push(visitor.page) }
}

async function enterAnew(running: Running): Promise<Visit> {
  const visitor = await visitRunning(running)
  await visitor.page.goto('/')
  await signIn(visitor.page)
  await visitor.page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
  return visitor
}
