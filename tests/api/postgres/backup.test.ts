/** Backups of a PostgreSQL server, made while services use it, restored into others and into folders. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backUp, restore } from '../../../api/backups.ts'
import { type Database, openDatabase } from '../../../api/store/database.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

const root = mkdtempSync(join(tmpdir(), 'rota-'))
const file = join(root, 'the.backup')
const homes: Awaited<ReturnType<typeof emptyDatabase>>[] = []
afterAll(async () => {
  for (const home of homes) await home.drop()
  rmSync(root, { recursive: true, force: true })
})

const fault = (error: unknown) => {
  throw error
}

async function newHome() {
  const home = await emptyDatabase(SERVER ?? '')
  homes.push(home)
  return { kind: 'server', url: home.url } as const
}

const note = ({ db }: Database, actor: string) =>
  db.insertInto('audit').values({ actor, action: 'b', subject: 'c', network: null }).execute()

async function actorsIn(home: Parameters<typeof openDatabase>[0]): Promise<string[]> {
  const { db, close } = await openDatabase(home, fault)
  const rows = await db.selectFrom('audit').select('actor').orderBy('id').execute()
  await close()
  return rows.map(({ actor }) => actor)
}

let source: Awaited<ReturnType<typeof newHome>>
beforeAll(async () => {
  source = await newHome()
  const service = await openDatabase(source, fault)
  await note(service, 'new')
  await backUp(source, file)
  await service.close()
})

it('a backup neither includes nor delays writes made while it runs', async () => {
  const service = await openDatabase(source, fault)
  // Begun before the backup, and ended after it.
  const made = await service.db.transaction().execute(async (trx) => {
    await trx.insertInto('audit').values({ actor: 'unseen', action: 'b', subject: 'c', network: null }).execute()
    return backUp(source, join(root, 'meanwhile.backup'))
  })
  expect(made.rows).toEqual({ audit: 1 })
  await service.close()
})

it('a restore is refused while a service uses the database, and where that holds something', async () => {
  const home = await newHome()
  const service = await openDatabase(home, fault)
  await note(service, 'old')
  await expect(restore(home, { file, replace: true, log: fault })).rejects.toThrow('Services or workers are using')
  await service.close()
  await expect(restore(home, { file, replace: false, log: fault })).rejects.toThrow('already has data')
  expect(await actorsIn(home)).toEqual(['old'])
})

it('a killed restore leaves the existing data, and a completed one replaces it', async () => {
  const home = await newHome()
  const service = await openDatabase(home, fault)
  await note(service, 'old')
  await service.close()
  const script = fileURLToPath(new URL('../store/restoring-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, 'server', home.url, '0'], {
    stdio: 'inherit',
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  expect(await actorsIn(home)).toEqual(['old'])
  await restore(home, { file, replace: true, log: fault })
  expect(await actorsIn(home)).toEqual(['new'])
})

it('a server’s backup goes into a folder, and a folder’s into a server', async () => {
  const folder = { kind: 'folder', folder: join(root, 'folder') } as const
  await restore(folder, { file, replace: false, log: fault })
  const back = join(root, 'back.backup')
  await backUp(folder, back)
  const home = await newHome()
  await restore(home, { file: back, replace: false, log: fault })
  expect(await actorsIn(home)).toEqual(['new'])
})
