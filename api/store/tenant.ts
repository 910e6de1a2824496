/** Networks are tenants: whatever belongs to one is read and written under its code. */
import { type Expression, type SqlBool, sql } from 'kysely'

/** Codes of the visible networks; `all` for administrators. */
export type Networks = 'all' | readonly string[]

/** Among the networks that may be seen. */
export function isAmong(column: 'operations.network', networks: Networks): Expression<SqlBool> {
  return networks === 'all'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.ref(column)} = any(${sql.val([...networks])}::text[])`
}

/** Solves and questions share a table, and have addresses of their own. */
export type Family = 'solves' | 'questions'

export function isOf(family: Family): Expression<SqlBool> {
  return family === 'solves' ? sql<SqlBool>`operations.kind = 'solve'` : sql<SqlBool>`operations.kind <> 'solve'`
}

/** Who does something in which network. */
export interface Tenant {
  readonly network: string
  readonly actor: string
}

/** A week of a network: its first day as YYYY-MM-DD. */
export interface WeekOf {
  readonly network: string
  readonly weekFrom: string
}
