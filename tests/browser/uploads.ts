/** Files that a practice manager might upload (fixtures/uploads), and how they are chosen on a page. */
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

export type Upload = 'fern-lane-team.xlsx' | 'fern-lane-leave.xlsx' | 'fern-lane-rota.xlsx' | 'fern-lane-counts.csv'

const pathOf = (name: Upload) => fileURLToPath(new URL(`../../fixtures/uploads/${name}`, import.meta.url))

/** In the dialog that the button opens. */
export async function upload(page: Page, button: string, name: Upload): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByLabel('Choose a file, or drop it here').setInputFiles(pathOf(name))
}
