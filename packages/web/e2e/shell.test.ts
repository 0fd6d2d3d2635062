import { describe, expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { useInstallation } from './support/installation.ts'
import { FIRST_PERSON, loseSession, open, signIn } from './support/journey.ts'
import { takePicture } from './support/picture.ts'

const vigil = useInstallation()

describe('the first visit', () => {
  test('says what is missing, makes the first account and opens the documents', async () => {
    const { page, complaints, close } = await vigil.visit()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Make the first account' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/setup')
    expect(await findSeriousFaults(page)).toEqual([])
    await takePicture(page, 'first-account')
    await page.getByLabel('Passphrase').fill('too short')
    await page.getByRole('button', { name: 'Make the account and sign in' }).click()
    await page.getByText('Use at least 15 characters').waitFor()
    await page.getByText('Enter your name.').waitFor()
    expect(complaints).toEqual([])
    await close()
    const begun = await vigil.begin()
    expect(new URL(begun.page.url()).pathname).toBe('/documents')
    expect(begun.complaints).toEqual([])
    await begun.close()
  })
})

describe('coming and going', () => {
  test('a wrong passphrase is refused in one sentence and leaves the name in place', async () => {
    const { page, close } = await vigil.visit()
    await page.goto('/')
    await signIn(page, 'nothing like the right words')
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Sign-in name').inputValue()).toBe(FIRST_PERSON.signInName)
    expect(await page.getByLabel('Passphrase').inputValue()).toBe('')
    expect(await findSeriousFaults(page)).toEqual([])
    await close()
  })

  test('signing in leads back to the address that was asked for', async () => {
    const { page, close } = await vigil.visit()
    await page.goto('/search?words=children')
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await takePicture(page, 'sign-in')
    await signIn(page)
    await page.waitForURL('**/search?words=_*')
    await close()
  })

  test('after locking nothing is readable, and signing in goes on at the same place', async () => {
    const { page, close } = await vigil.enterAnew()
    await page.goto('/help')
    await page.getByRole('button', { name: 'Lock' }).click()
    await page.getByText('Vigil is locked').waitFor()
    expect((await page.request.get('/api/documents')).status()).toBe(401)
    await signIn(page)
    await page.waitForURL('**/help')
    await close()
  })

  test('after signing out the back button shows no page of the session', async () => {
    const { page, close } = await vigil.enterAnew()
    await page.getByRole('link', { name: 'Help' }).click()
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByText('You are signed out.').waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await close()
  })

  test('a session ended elsewhere is asked for over the page, and else leads to signing in', async () => {
    const { page, close } = await vigil.enterApart()
    await open(page, '/documents')
    await loseSession(page)
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
    await page.getByRole('textbox').or(page.getByRole('searchbox')).first().fill('children')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('alertdialog', { name: 'Your session has ended' })
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    expect(new URL(page.url()).searchParams.get('to')).toMatch(/^\/search/)
    await close()
  })
})

describe('language and colours', () => {
  test('the language changes at once and is kept', async () => {
    const { page, close } = await vigil.enter()
    await open(page, '/documents')
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fr')
    await page.getByRole('link', { name: 'Recherche' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await page.reload()
    await page.getByRole('link', { name: 'Recherche' }).waitFor()
    await page.goto('/help')
    await page.getByRole('heading', { level: 1, name: 'Aide' }).waitFor()
    expect(await page.title()).toBe('Aide · Vigil')
    await takePicture(page, 'help-french')
    await close()
  })

  test('the colours follow the device until somebody chooses, and the choice is kept', async () => {
    const { page, close } = await vigil.enter({ colorScheme: 'dark' })
    await open(page, '/documents')
    const html = page.locator('html')
    expect(await html.getAttribute('data-theme')).toBe('dark')
    expect(await findSeriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Light colours' }).click()
    expect(await html.getAttribute('data-theme')).toBe('light')
    await page.reload()
    expect(await html.getAttribute('data-theme')).toBe('light')
    await close()
  })
})

describe('by keyboard alone', () => {
  test('one can skip to the page, find, read the keys and go to the help', async () => {
    const { page, complaints, close } = await vigil.enter()
    await open(page, '/documents')
    await page.keyboard.press('/')
    const field = page.getByRole('combobox', { name: 'Find a symbol, a title or words' })
    await field.waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await findSeriousFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    expect(await findSeriousFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Help' }).focus()
    await page.keyboard.press('Enter')
    const title = page.getByRole('heading', { level: 1, name: 'Help' })
    await title.waitFor()
    await expect
      .poll(() => title.evaluate((element) => element === document.activeElement))
      .toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  test('the first stop is the way past the navigation', async () => {
    const { page, close } = await vigil.enter()
    await page.goto('/help')
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await close()
  })

  test('single keys can be turned off', async () => {
    const { page, close } = await vigil.enter()
    await open(page, '/documents')
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
    expect(await findSeriousFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    // The menu opens after the key, so a dialog of the key would stand there by then.
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).waitFor()
    expect(await page.getByRole('dialog', { name: 'Find' }).count()).toBe(0)
    await close()
  })
})

describe('pages', () => {
  test('an address that does not exist says so and leads on', async () => {
    const { page, close } = await vigil.enter()
    await page.goto('/nothing-here')
    await page.getByRole('heading', { level: 1, name: 'Nothing at this address' }).waitFor()
    await page.getByRole('link', { name: 'To the documents', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
    await close()
  })

  test('on paper there is no navigation', async () => {
    const { page, close } = await vigil.enter()
    await open(page, '/documents')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
    expect(await page.getByText('Internal').isVisible()).toBe(true)
    await close()
  })
})

test('the page takes no markup and no script out of a text, and asks nobody else', async () => {
  const { page, close } = await vigil.enter()
  await open(page, '/help')
  const refused = await page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      markup: () => (document.body.innerHTML = '<b>text</b>'),
      more: () => document.body.insertAdjacentHTML('beforeend', '<b>text</b>'),
      written: () => document.write('<b>text</b>'),
      script: () => (document.createElement('script').src = '/assets/other.js'),
      worker: () => new Worker('/other.js'),
      policy: () => (window as unknown as Policies).trustedTypes.createPolicy('other', {}),
    }
    const threw = Object.entries(attempts).map(([name, attempt]) => {
      try {
        attempt()
        return `${name} was let through`
      } catch (error) {
        return `${name}: ${(error as Error).name}`
      }
    })
    const asked = new Promise<string>((tell) => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        if (blockedURI.startsWith('https:')) tell(`${effectiveDirective}: ${blockedURI}`)
      })
    })
    await fetch('https://elsewhere.example/').catch(() => undefined)
    return [...threw, await asked]
  })
  expect(refused).toEqual([
    ...['markup', 'more', 'written', 'script', 'worker', 'policy'].map(
      (one) => `${one}: TypeError`,
    ),
    'connect-src: https://elsewhere.example/',
  ])
  await close()
})

interface Policies {
  readonly trustedTypes: { createPolicy(name: string, rules: object): object }
}

describe('the worker', () => {
  test('opens the program without a line, with a nonce of its own, and keeps nothing that was read', async () => {
    const { page, complaints, close } = await vigil.enterApart({ serviceWorkers: 'allow' })
    await open(page, '/documents')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.goto('/documents')
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(
        names.map(async (name) => (await caches.open(name)).keys()),
      )
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((path) => path.startsWith('/api'))).toEqual([])
    await page.context().setOffline(true)
    await page.goto('/help')
    await page.getByText('The server cannot be reached.').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
