/** Networks are tenants: their data is read and written by their code. */
import { type Expression, type SqlBool, sql } from 'kysely'

/** Codes of the visible networks; `all` for administrators. */
export type Networks = 'all' | readonly string[]

/** SQL condition: the network is visible. */
export function isAmong(column: 'operations.network', networks: Networks): Expression<SqlBool> {
  return networks === 'all'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.ref(column)} = any(${sql.val([...networks])}::text[])`
}

/** Solves and questions share a table but have separate addresses. */
export type Family = 'solves' | 'questions'

export function isOf(family: Family): Expression<SqlBool> {
  return family === 'solves' ? sql<SqlBool>`operations.kind = 'solve'` : sql<SqlBool>`operations.kind <> 'solve'`
}

/** A network and the actor. */
export interface Tenant {
  readonly network: string
  readonly actor: string
}

/** A network's week, by its first day (YYYY-MM-DD). */
export interface WeekOf {
  readonly network: string
  readonly weekFrom: string
}
