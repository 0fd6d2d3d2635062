import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bringInAndOpen } from './support/bring-in.ts'
import { useInstallation } from './support/installation.ts'
import { open } from './support/journey.ts'
import { handBack, keepFirstVersion } from './support/letters.ts'
import { findFaultsInEveryLook } from './support/looks.ts'
import { enterCoChairs } from './support/task-force.ts'

const MALI = join(import.meta.dirname, 'fixtures/S-AC.51-2023-3.txt')

const vigil = useInstallation()

describe('nothing serious is wrong, in no look, before somebody is signed in', () => {
  test('with the first visit', async () => {
    const { page, complaints, close } = await vigil.visit()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Make the first account' }).waitFor()
    expect(await findFaultsInEveryLook(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('with signing in, and with a code', async () => {
    await (await vigil.begin()).close()
    const { page, complaints, close } = await vigil.visit()
    await page.goto('/sign-in')
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    expect(await findFaultsInEveryLook(page)).toEqual([])
    await page.goto('/enrol')
    await page.getByRole('heading', { level: 1, name: 'Make your account' }).waitFor()
    expect(await findFaultsInEveryLook(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

describe('nothing serious is wrong, in no look,', () => {
  /** Paths of the conclusions on Mali, and of a letter drafted from them. */
  let mali = ''
  let letter = ''
  /** The path of the first person. */
  let person = ''

  beforeAll(async () => {
    const { page, close } = await vigil.enter()
    mali = await bringInAndOpen(page, MALI)
    await page.goto(`${mali}/letters/para_7`)
    letter = await keepFirstVersion(page)
    await page.goto(`${letter}?view=returns`)
    await handBack(page, 'sent.txt', 'A letter that has little in common with the draft.')
    await page.goto('/people')
    person = (await page.locator('[data-row-link]').first().getAttribute('href')) ?? ''
    await enterCoChairs(page)
    await vigil.grant('data_protection_officer')
    await close()
  })

  /** Every kind of page, and what stands there when it is whole. */
  const SCREENS = {
    documents: () => ['/documents', '[data-row-link]'],
    'bringing in': () => ['/documents?import=true', 'main button'],
    'what was removed': () => ['/documents?removed=true', 'main p'],
    reader: () => [mali, '#para_2'],
    'a paragraph in which words are found': () => [`${mali}/para_6__point_g?find=children`, 'mark'],
    repairs: () => [`${mali}?view=compare&rule=join-split-word&repair=17`, '[aria-current]'],
    clauses: () => [
      `${mali}/para_6__point_g__clause_1?view=clauses`,
      '[data-clause-list] [aria-current]',
    ],
    citations: () => [`${mali}?view=citations`, 'main table'],
    actions: () => ['/actions', '[data-row-link]'],
    'messages of a document': () => [`${mali}?view=letters`, 'main section h2'],
    letters: () => ['/letters', '[data-row-link]'],
    'a new draft': () => [`${mali}/letters/para_6`, '[data-block]'],
    'a letter': () => [letter, '[data-block]'],
    'versions of a letter': () => [`${letter}?view=versions&version=1`, 'nav ol a'],
    'what was handed back': () => [`${letter}?view=returns`, 'nav ol a'],
    search: () => ['/search?words=children', 'mark'],
    'the first co-chair': () => ['/setup/co-chair', 'main form'],
    people: () => ['/people', '[data-row-link]'],
    'recovery of accounts': () => ['/recovery', 'main form'],
    'a person': () => [person, 'main table'],
    'what a person may do': () => [`${person}?view=rights`, 'main table'],
    'the task force': () => ['/task-force', 'main section table'],
    'identities that are to be erased': () => ['/identities', 'main section p'],
    'the log': () => ['/log', '[data-row-link]'],
    'what was refused': () => ['/log?view=refused', 'main p'],
    disclosures: () => ['/log?view=disclosures', 'main p'],
    checkpoints: () => ['/log/checkpoints?each=every', 'main ol li'],
    'my account': () => ['/account', 'main ul strong'],
    leaving: () => ['/account/leaving', 'main button'],
    'what is handed over': () => ['/account/handed', 'main p'],
    'ending an account': () => [`${person}?view=leaving`, 'main p'],
    help: () => ['/help', 'main h2'],
    'an address that does not exist': () => ['/nothing-here', 'main a'],
    'a document that does not exist': () => [
      '/documents/01900000-0000-7000-8000-000000000000',
      'main a',
    ],
  } as const satisfies Record<string, () => readonly [address: string, whole: string]>

  test.each(Object.entries(SCREENS))('with %s', async (_, screen) => {
    const [address, whole] = screen()
    const { page, complaints, close } = await vigil.enter()
    await open(page, address)
    await page.locator(whole).first().waitFor()
    expect(await findFaultsInEveryLook(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
