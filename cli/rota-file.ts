/** Reads a rota from a file: a report or assignments as JSON, or the table that `--as csv` and `--as xlsx` write. */
import { FILE_LIMITS } from '../src/intake/cells/file-limits.ts'
import { fromFile, readBytes, readJson, readText } from './files.ts'
import type { World } from './world.ts'

/** Returns input for `readRota`. Errors name the file. */
export async function readRotaFile(path: string, world: World): Promise<unknown> {
  const [, ending] = /\.(csv|xlsx)$/i.exec(path) ?? []
  if (ending === undefined) return readJson(path, world)
  // Loaded on demand: the workbook library takes a tenth of a second.
  const { rotaFromTable, rotaFromWorkbook } = await import('../src/intake/rota-table.ts')
  if (ending.toLowerCase() === 'csv') return fromFile(path, async () => rotaFromTable(await readText(path)))
  const bytes = await readBytes(path, FILE_LIMITS.bytes)
  return fromFile(path, () => rotaFromWorkbook(bytes))
}
