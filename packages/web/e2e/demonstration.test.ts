import { expect, test } from 'vitest'
import { findSeriousFaults } from './support/axe.ts'
import { startBrowser, visit } from './support/browser.ts'
import { startServer } from './support/server.ts'

test('whoever has just installed Vigil looks around as one person after the other', async () => {
  const [server, browser] = await Promise.all([startServer(), startBrowser()])
  try {
    const { page, complaints } = await visit(browser, { baseURL: server.address })
    await page.goto('/')
    await page.getByRole('button', { name: 'Look around first' }).click()
    const people = page.getByLabel('You are')
    await people.waitFor({ timeout: 60_000 })
    expect(new URL(page.url()).port).not.toBe(new URL(server.address).port)
    expect(await findSeriousFaults(page)).toEqual([])

    await people.selectOption('secretariat')
    await page
      .getByRole('link', { name: 'Conclusions on children and armed conflict in Mali' })
      .waitFor()
    await people.selectOption('auditor')
    await page.getByRole('heading', { level: 1, name: 'Log' }).waitFor()
    expect(await people.inputValue()).toBe('auditor')
    expect(await findSeriousFaults(page)).toEqual([])

    await page.goto(server.address)
    await page.getByRole('heading', { level: 1, name: 'Make the first account' }).waitFor()
    expect(await page.getByLabel('You are').count()).toBe(0)
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
    await server.stop()
  }
})
