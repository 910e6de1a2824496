/** Files a practice manager might upload (fixtures/uploads), and helpers for choosing them on a page. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

export type Upload = 'fern-lane-team.xlsx' | 'fern-lane-leave.xlsx' | 'fern-lane-rota.xlsx' | 'fern-lane-counts.csv'

const pathOf = (name: Upload) => fileURLToPath(new URL(`../../fixtures/uploads/${name}`, import.meta.url))

const WEEKDAYS = [1.25, 1.02, 0.94, 0.95, 1]

/** Half a year of contacts by day and type, up to the Friday before the week planned in tests. */
export function countsByDay(): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const rows = Array.from({ length: 26 * 7 }, (_, n) => new Date(Date.UTC(2026, 5, 1 + n))).flatMap((day, n) => {
    const factor = WEEKDAYS[n % 7]
    if (factor === undefined) return []
    const count = (mean: number) => Math.round(mean * factor * (1 + 0.08 * Math.sin(n * 2.4)))
    const date = day.toLocaleDateString('en-GB', { timeZone: 'UTC' })
    return [`${date},Back pain,${count(9)}`, `${date},Routine,${count(17)}`, `${date},Urgent,${count(21)}`]
  })
  const text = ['Date,Type,Count', ...rows].join('\n')
  return { name: 'counts 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}

const HEAD = 'SUB_ICB_LOCATION_CODE,Appointment_Date,APPT_STATUS,HCP_TYPE,APPT_MODE,COUNT_OF_APPOINTMENTS\r\n'
const ROW = '11J,01APR2024,Attended,Other Practice staff,Face-to-Face,3\r\n'

/** A publication of this many megabytes on disk, as after a download, and the number of appointments in it. */
export async function publication(
  megabytes: number,
): Promise<{ readonly path: string; readonly appointments: number }> {
  const rows = Math.floor((megabytes * 2 ** 20) / ROW.length)
  const path = join(await mkdtemp(join(tmpdir(), 'rota-upload-')), 'Regional_CSV.csv')
  await writeFile(path, HEAD + ROW.repeat(rows))
  return { path, appointments: 3 * rows }
}

/** In the dialog opened by the button. */
export async function upload(page: Page, button: string, name: Upload): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByLabel('Choose a file, or drop it here').setInputFiles(pathOf(name))
}
