/** Publishes a stored rota in a test, as the service does: read first, then published as it was read. */
import type { SessionRow } from '../../../api/store/calendar-sessions.ts'
import type { Db } from '../../../api/store/database.ts'
import { type Published, type Publishing, publish } from '../../../api/store/publications.ts'
import { findRota } from '../../../api/store/rotas.ts'

interface Content {
  /** Mondays of the weeks it covers; here each lasts a day. Default: the week it is stored under. */
  readonly weeks?: readonly string[]
  readonly sessions?: readonly SessionRow[]
}

export async function publishRota(
  db: Db,
  publishing: Publishing,
  { weeks = [publishing.weekFrom], sessions = [] }: Content = {},
): Promise<Published> {
  const rota = await findRota(db, publishing, publishing.version)
  const ranges = weeks.map((first) => ({ first, last: first }))
  return publish(db, publishing, { documentHash: rota?.documentHash ?? '', weeks: ranges, sessions })
}

/** Weeks that last a day. */
export const ONE_DAY = { lastDayOf: (monday: string) => monday }
