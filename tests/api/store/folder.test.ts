/** What a data folder is opened as, and what is refused rather than started afresh. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../api/store/database.ts'
import { BadInput } from '../../../src/errors.ts'

const root = mkdtempSync(join(tmpdir(), 'rota-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const fault = (error: unknown) => {
  throw error
}
const open = (folder: string) => openDatabase({ kind: 'folder', folder }, fault)

/** Who stands in the audit log of a folder. */
async function actorsIn(folder: string): Promise<string[]> {
  const { db, close } = await open(folder)
  const rows = await db.selectFrom('audit').select('actor').execute()
  await close()
  return rows.map(({ actor }) => actor)
}

/** A folder that was closed, with one row in it. */
const kept = join(root, 'kept')
beforeAll(async () => {
  const { db, close } = await open(kept)
  await db.insertInto('audit').values({ actor: 'a', action: 'b', subject: 'c' }).execute()
  await expect(open(kept)).rejects.toThrow(BadInput)
  await close()
})

/** A further folder with such parts of the kept one. */
function copyOf(name: string, parts: readonly string[]): string {
  const folder = join(root, name)
  for (const part of parts) cpSync(join(kept, part), join(folder, part), { recursive: true })
  return folder
}

describe('a data folder', () => {
  it('keeps its rows from one process to the next, and refused a second meanwhile', async () => {
    expect(await actorsIn(kept)).toEqual(['a'])
  })

  it('that was copied as a whole is the same', async () => {
    expect(await actorsIn(copyOf('whole', readdirSync(kept)))).toEqual(['a'])
  })

  it('without its marker is not wiped: it is refused, and works again once somebody restores the marker', async () => {
    const folder = copyOf('unmarked', ['database'])
    await expect(open(folder)).rejects.toThrow('has a database, but not the file database-is-ready')
    await expect(open(folder)).rejects.toThrow(BadInput)
    writeFileSync(join(folder, 'database-is-ready'), '')
    expect(await actorsIn(folder)).toEqual(['a'])
  })

  it('with a marker and no database is refused, rather than started empty', async () => {
    const folder = copyOf('gone', ['database-is-ready'])
    await expect(open(folder)).rejects.toThrow('says that there is a complete database, but database is missing')
    expect(readdirSync(folder).sort()).toEqual(['database-is-ready', 'in-use'])
  })

  it('with half a database is refused as well', async () => {
    const folder = copyOf('half', ['database', 'database-is-ready'])
    rmSync(join(folder, 'database', 'PG_VERSION'))
    await expect(open(folder)).rejects.toThrow('missing or incomplete')
  })

  it('whose first start was cut short starts afresh', async () => {
    const folder = copyOf('unfinished', ['database'])
    writeFileSync(join(folder, 'database-is-being-made'), '')
    rmSync(join(folder, 'database', 'global'), { recursive: true })
    expect(await actorsIn(folder)).toEqual([])
    expect(readdirSync(folder).sort()).toEqual(['database', 'database-is-ready', 'in-use'])
  })
})
