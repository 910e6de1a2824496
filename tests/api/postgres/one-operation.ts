/** A server's database with one document and one operation. */
import { type Database, openDatabase } from '../../../api/store/database.ts'
import type { OperationState } from '../../../api/store/tables.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'

export const ID = '00000000-0000-4000-8000-000000000001'

export const fault = (error: unknown) => {
  throw error
}

export interface OneOperation {
  readonly url: string
  readonly database: Database
  close(): Promise<void>
}

export async function oneOperation(of: {
  readonly state: OperationState
  readonly claim?: string
  readonly seen_at?: Date
}): Promise<OneOperation> {
  const home = await emptyDatabase(SERVER ?? '')
  const database = await openDatabase({ kind: 'server', url: home.url }, fault)
  await database.db.insertInto('documents').values({ hash: 'h', body: '{}' }).execute()
  const operation = { id: ID, actor: 'a', network: 'N', week_from: '2026-11-30', document_hash: 'h' }
  await database.db
    .insertInto('operations')
    .values({ ...operation, ...of })
    .execute()
  return {
    url: home.url,
    database,
    close: async () => {
      await database.close()
      await home.drop()
    },
  }
}
