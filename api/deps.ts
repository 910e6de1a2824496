/** The service's dependencies; main.ts supplies the real ones, tests may supply others. */

import type { Watch } from '../solver/search/watch.ts'
import type { Moment } from '../src/intake/absence/moment.ts'
import type { NetworkEntry } from '../src/intake/atlas.ts'
import type { NetworkRequest } from '../src/intake/network/network-document.ts'
import type { ProposalRequest } from '../src/intake/record/proposal.ts'
import type { NetworkRecord } from '../src/intake/record-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import type { RuleEntry } from '../src/policy.ts'
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'
import type { Day } from '../src/time.ts'
import type { Doors } from './access/doors.ts'
import type { SignIn } from './access/sign-in.ts'
import type { RuleResponse } from './contract.ts'
import type { Ask } from './desk/desk.ts'
import type { Questions, Solves } from './jobs/solves.ts'
import type { Kept } from './kept.ts'
import type { Metrics } from './telemetry/metrics.ts'
import type { AllowedHosts } from './webhooks/allowed-hosts.ts'

export interface PlanOptions {
  readonly documentHash: string
  /** Limit in wall seconds, whatever the document asks for. */
  readonly seconds: number
}

/** One log line. Omits bodies and queries, since they may contain names. */
export interface AccessEntry {
  readonly requestId: string
  readonly method: string
  /** The route, with placeholders for ids: `/v1/solves/:id`. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** The caller, by id; omitted without sign-in or if not signed in. */
  readonly actor?: string
  /** Why somebody was not signed in, in one word. */
  readonly why?: string
}

export interface Deps {
  readonly ruleBook: readonly RuleEntry[]
  readonly rules: readonly RuleResponse[]
  plan(problem: Problem, options: PlanOptions, watch: Watch): Promise<Report>
  /** Reads and judges documents in other threads than the one that answers calls. */
  readonly ask: Ask
  findNetworks(words: string): readonly NetworkEntry[]
  /** Throws a BadInput if there is no such network. */
  networkOf(ods: string): NetworkEntry
  networkDocument(ods: string, request: NetworkRequest): RotaDocument
  proposedRecord(ods: string, request: ProposalRequest): NetworkRecord
  today(): Day
  /** Local time of England. */
  now(): Moment
  /** Folder with a build of the pages. */
  readonly pages: string
  readonly solves: Solves
  readonly questions: Questions
  /** What networks store: documents, rotas, the audit log. */
  readonly kept: Kept
  /** Hosts that webhooks may be sent to. */
  readonly webhookHosts: AllowedHosts
  /** Seconds a finished operation is stored. */
  readonly keep: number
  readonly doors: Doors
  /** Null without sign-in, when only users of this machine can call. */
  readonly signIn: SignIn | null
  /** Reverse proxies trusted to forward the client's address: their number or addresses. */
  readonly proxies: number | readonly string[]
  readonly metrics: Metrics
  /** Monotonic milliseconds. */
  clock(): number
  newId(): string
  /** Aborted once the service accepts no more calls. */
  readonly closing: AbortSignal
  /** Milliseconds between keep-alive comments on an event stream. */
  readonly heartbeat: number
  /** Called for every answered call. */
  access(entry: AccessEntry): void
  /** Called for every internal error. */
  log(error: unknown): void
}
