/** Whom a rota misses. */
import type { Problem } from '../../../../src/problem.ts'
import type { Finding } from '../../../../src/report.ts'
import type { Rota } from '../../../../src/rota.ts'
import type { Role } from '../../../../src/staff.ts'

/** Somebody of a role to be found for a session at a site. */
export interface Wanted {
  readonly site: string
  /** Session index. */
  readonly session: number
  readonly role: Role
  /** Rule that it would help to keep. */
  readonly rule: string
  /** In words. */
  readonly why: string
}

/** A week, its rota, and what was found in it. */
export interface Scene {
  readonly problem: Problem
  readonly rota: Rota
  readonly findings: readonly Finding[]
}
