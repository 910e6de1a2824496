/** Which tables a backup contains. tests/api/store/backup.test.ts fails if a table is in neither list. */
import type { Tables } from '../tables.ts'

/** In foreign-key order: rows come after those they refer to. */
export const BACKED_UP = [
  'documents',
  'operations',
  'networks',
  'weeks',
  'kept_documents',
  'kept_records',
  'rotas',
  'publications',
  'published_weeks',
  'calendars',
  'calendar_sessions',
  'session_changes',
  'retention',
  'swaps',
  'webhooks',
  'deliveries',
  'events',
  'idempotency_keys',
  'audit',
  'people',
  'memberships',
  'own_people',
  'api_keys',
] as const satisfies readonly (keyof Tables)[]

/**
 * Sessions are omitted, so that ended ones can't be revived: people sign in again. Chores are omitted because a freshly restored
 * database has no deleted rows to reclaim.
 */
export const LEFT_OUT = ['sessions', 'sign_ins', 'chores'] as const satisfies readonly (keyof Tables)[]

export type BackedUp = (typeof BACKED_UP)[number]

export function isBackedUp(table: string): table is BackedUp {
  return BACKED_UP.some((name) => name === table)
}
