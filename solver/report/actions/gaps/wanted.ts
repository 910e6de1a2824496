/** People that a rota lacks. */
import type { Problem } from '../../../../src/problem.ts'
import type { Finding } from '../../../../src/report.ts'
import type { Rota } from '../../../../src/rota.ts'
import type { Role } from '../../../../src/staff.ts'

/** A person of a role to be found for a session at a site. */
export interface Wanted {
  readonly site: string
  /** Session index. */
  readonly session: number
  readonly role: Role
  /** Rule that this person would help. */
  readonly rule: string
  /** In words. */
  readonly why: string
}

/** A week, its rota, and the findings. */
export interface Scene {
  readonly problem: Problem
  readonly rota: Rota
  readonly findings: readonly Finding[]
}
