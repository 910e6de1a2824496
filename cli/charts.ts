/** Writes charts to a folder, creating it if necessary. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chart } from '../src/charts/chart.ts'
import { BadInput } from '../src/errors.ts'
import { writeFileOf } from './files.ts'
import type { World } from './world.ts'

export async function writeCharts(folder: string | undefined, charts: readonly Chart[], world: World): Promise<void> {
  if (folder === undefined) return
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    throw new BadInput([{ pointer: '--svg', detail: 'This folder cannot be made.', seen: folder }])
  }
  for (const { name, svg } of charts) await writeFileOf(join(folder, name), svg)
  world.say(
    `${charts.length} chart${charts.length === 1 ? '' : 's'} in ${folder}: ${charts.map(({ name }) => name).join(', ')}`,
  )
}
