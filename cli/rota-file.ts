/** Reads a rota from a file: a report or assignments as JSON, or the table that `--as csv` writes. */
import { rotaFromTable } from '../src/intake/rota-table.ts'
import { fromFile, readJson, readText } from './files.ts'
import type { World } from './world.ts'

/** As `readRota` takes it. Errors name the file. */
export function readRotaFile(path: string, world: World): Promise<unknown> {
  if (!path.toLowerCase().endsWith('.csv')) return readJson(path, world)
  return fromFile(path, async () => rotaFromTable(await readText(path)))
}
