import type { Page } from 'playwright-core'

/** Enters, as the administrator, that the mission and UNICEF co-chair the task force in Aldonia. */
export async function enterCoChairs(page: Page): Promise<void> {
  await page.goto('/task-force')
  await page.getByRole('button', { name: 'Enter co-chairs' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who co-chairs' })
  await dialog.getByLabel('Operation').fill('aldonia')
  await dialog.getByLabel('the mission').check()
  await dialog.getByLabel('UNICEF').check()
  await dialog.getByLabel('First day').fill('2024-01-01')
  await dialog.getByRole('button', { name: 'Enter' }).click()
  await page.getByText('Today the mission and UNICEF co-chair.').waitFor()
}
