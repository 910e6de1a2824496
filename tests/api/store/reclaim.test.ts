/** What is erased or forgotten is gone from the files, too. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptShapes } from '../../../api/people/kept-shapes.ts'
import { writersFor } from '../../../api/people/writers.ts'
import { type Database, openDatabase } from '../../../api/store/database.ts'
import { erasePerson } from '../../../api/store/erasure.ts'
import { keepDocument } from '../../../api/store/kept-documents.ts'
import { reclaimIfWanted, wantReclaim } from '../../../api/store/reclaim.ts'
import { keepRota } from '../../../api/store/rotas.ts'
import { hashDocument } from '../../../src/intake/document-hash.ts'
import { smallDocument } from '../../small-document.ts'
import { RULE_BOOK } from '../../src/intake/rule-book.ts'

const root = mkdtempSync(join(tmpdir(), 'rota-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const NAME = 'Quillifeather Unmistakable'
const folder = join(root, 'data')
const fault = (error: unknown) => {
  throw error
}

/** Files of the folder in which these words stand. */
function filesWith(words: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(words)
  })
}

describe('in a data folder', () => {
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ kind: 'folder', folder }, fault)
    const { people } = smallDocument()
    const document = smallDocument({
      note: `${NAME} is mentioned here.`,
      people: people.map((person) => (person.id === 'g1' ? { ...person, name: NAME } : person)),
    })
    const kept = { network: 'U1', weekFrom: '2026-11-30', actor: 'a', documentHash: hashDocument(document) }
    const body = JSON.stringify(document)
    await keepDocument(database.db, { ...kept, networkName: 'A', document: body, hasSeen: () => 'yes' })
    const finding = { sentence: `${NAME} has no break.`, people: ['g1'] }
    await keepRota(database.db, { ...kept, body: '{}', judgement: JSON.stringify({ findings: [finding] }) })
  })
  afterAll(() => database.close())

  it('an erased name is in no file any more once space has been reclaimed', async () => {
    expect(filesWith(NAME)).not.toEqual([])
    const who = { network: 'U1', actor: 'a', person: 'g1' }
    expect(await erasePerson(database.db, who, writersFor('g1', keptShapes(RULE_BOOK), '2026-11-30'))).toMatchObject({
      rotas: 1,
    })
    // The database has forgotten it, the files have not: that is what this is about.
    expect(filesWith(NAME)).not.toEqual([])
    expect(await reclaimIfWanted(database.db, { isEmbedded: true, isQuiet: true })).toBe(true)
    expect(filesWith(NAME)).toEqual([])
    expect(filesWith('Unmistakable')).toEqual([])
  })

  it('that is done once, and not while solves are under way', async () => {
    const reclaim = (isQuiet: boolean) => reclaimIfWanted(database.db, { isEmbedded: true, isQuiet })
    expect(await reclaim(true)).toBe(false)
    await wantReclaim(database.db, true)
    expect(await reclaim(false)).toBe(false)
    expect(await reclaim(true)).toBe(true)
    await wantReclaim(database.db, true)
    await sql`update chores set wanted_at = now() - interval '2 hours'`.execute(database.db)
    expect(await reclaim(false)).toBe(true)
  })

  it('the space of expired data is released a day later', async () => {
    const size = async () => {
      const { rows } = await sql<{ size: string }>`select pg_total_relation_size('documents') as size`.execute(
        database.db,
      )
      return Number(rows[0]?.size)
    }
    const before = await size()
    for (let n = 0; n < 20; n++) {
      const body = Array.from({ length: 20_000 }, (_, k) => (k * 7919 + n * 104_729) % 99_991).join(' ')
      await database.db
        .insertInto('documents')
        .values({ hash: `h${n}`, body })
        .execute()
    }
    await database.db.deleteFrom('documents').where('hash', 'like', 'h%').execute()
    await wantReclaim(database.db, false)
    expect(await reclaimIfWanted(database.db, { isEmbedded: true, isQuiet: true })).toBe(false)
    const swollen = await size()
    await sql`update chores set wanted_at = now() - interval '25 hours'`.execute(database.db)
    expect(await reclaimIfWanted(database.db, { isEmbedded: true, isQuiet: true })).toBe(true)
    expect(swollen).toBeGreaterThan(4 * before)
    expect(await size()).toBeLessThanOrEqual(before)
  })
})
