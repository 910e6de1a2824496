/**
 * The desk's tasks on submitted documents and rotas: each maps plain values to plain values, so that a thread can run it. They
 * take milliseconds to a minute, and never run on the main thread.
 */
import { boundedJudgement } from '../../solver/bounded-judgement.ts'
import { assignmentsOf, clinicsOf } from '../../solver/report/plan.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { keepRepeatedKeys, parseJson } from '../../src/intake/json/parse-json.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Edition, Written } from '../../src/output/output-format.ts'
import { outputFormat } from '../../src/output/output-formats.ts'
import type { RuleEntry } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Judgement, Report } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { parseBody, textOf } from '../body.ts'
import { reportResponse } from '../contract/report.ts'
import { judgementRequest, readAs, type ValidationResponse } from '../contract.ts'

import { requireSmallWeek } from '../small-week.ts'
import { cover } from './covering.ts'
import { directorTasks } from './director-tasks.ts'
import { explain } from './explaining.ts'
import { exported, exportSent } from './exporting.ts'
import { forecastUpload } from './forecasting.ts'
import { importUpload, teamWorkbookOf } from './importing.ts'
import { personTasks } from './person-tasks.ts'
import { publishedTasks } from './published-tasks.ts'
import { questionTasks } from './questions.ts'
import { recordTasks } from './record-tasks.ts'
import { swapTasks } from './swap-tasks.ts'
import { swap } from './swapping.ts'
import { within } from './within.ts'

export interface TaskParts {
  readonly ruleBook: readonly RuleEntry[]
  /** `claim` is the rota as sent: a report's own audit is compared with the findings. */
  judge(problem: Problem, rota: Rota, claim: unknown): Promise<Judgement>
  /** The same without causes, in less than half the time. */
  judgeWithoutCauses(problem: Problem, rota: Rota, claim: unknown): Promise<Judgement>
}

/** A call's body. */
export interface Sent {
  readonly body: Uint8Array
}

/** What is stored of a valid document. */
export interface Accepted {
  readonly network: { readonly ods: string; readonly name: string }
  readonly weekFrom: string
  /** The document as sent, so that reading it again yields the same remarks. */
  readonly document: string
  readonly documentHash: string
  readonly remarks: Problem['remarks']
}

export type Tasks = ReturnType<typeof makeTasks>

export function makeTasks({ ruleBook, judge, judgeWithoutCauses }: TaskParts) {
  const read = (document: unknown) => readDocument(document, ruleBook)
  return {
    ...readingTasks(read),
    ...judgingTasks(read, { judge, judgeWithoutCauses }),
    ...writingTasks(read),
    ...swapTasks(read, judge),
    ...recordTasks(ruleBook),
    ...publishedTasks(ruleBook),
    ...personTasks(ruleBook),
    importUpload,
    forecastUpload,
    teamWorkbook: teamWorkbookOf,
    ...directorTasks(ruleBook),
    ...questionTasks(ruleBook),
  }
}

type Read = (document: unknown) => Problem

function readingTasks(read: Read) {
  return {
    /** Text of the field at this path in a body; null if absent. */
    textAt: ({ body, at }: Sent & { readonly at: readonly string[] }): string | null => {
      const found = at.reduce<unknown>(
        (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
        parseBody(body),
      )
      return typeof found === 'string' ? found : null
    },

    validate: ({ body }: Sent): ValidationResponse => {
      const document = parseBody(body)
      const { people, sites, needs, horizon, remarks } = read(document)
      const size = { people: people.length, sites: sites.length, needs: needs.length }
      return {
        valid: true,
        documentHash: hashDocument(document),
        remarks: [...remarks],
        size: { ...size, sessions: horizon.sessions.length },
      }
    },

    accept: ({ body }: Sent): Accepted => {
      const document = parseBody(body)
      const { network, horizon, remarks } = read(document)
      return {
        network: { ods: network.ods, name: network.name },
        weekFrom: horizon.from,
        document: textOf(body),
        documentHash: hashDocument(document),
        remarks,
      }
    },

    /** Reads a week small enough to be solved while the caller waits. */
    smallWeek: ({ body }: Sent): { readonly problem: Problem; readonly documentHash: string } => {
      const document = parseBody(body)
      const problem = read(document)
      requireSmallWeek(problem)
      return { problem, documentHash: hashDocument(document) }
    },

    /** Reads a stored document for solving. */
    problem: ({ document }: { readonly document: string }): Problem => read(parseJson(document)),
  }
}

/** A stored rota: its document and report as JSON, and the name of the output format. */
export interface Writing {
  readonly document: string
  readonly report: string
  readonly format: string
}

/** A stored rota (a report, or made by hand) and its document, both as JSON. */
export interface FileAsked {
  readonly document: string
  readonly rota: string
  readonly format: string
  readonly edition: Edition
}

function writingTasks(read: Read) {
  return {
    /** Null if there is no such format, or the stored report is from an incompatible version of this program. */
    write: async ({ document, report, format }: Writing): Promise<Written | null> => {
      const given: unknown = parseJson(report)
      if (!reportResponse.safeParse(given).success) return null
      return (await outputFormat(format)?.write(given as Report, read(parseJson(document)))) ?? null
    },

    /** Exports a stored rota. */
    rotaFile: ({ document, rota, format, edition }: FileAsked): Promise<Written> =>
      exported({ problem: read(parseJson(document)), given: parseJson(rota), format, edition }),

    /** Exports a submitted rota. */
    exportSent: ({ body, format }: Sent & { readonly format: string }): Promise<Written> =>
      exportSent({ sent: parseBody(body), format }, read),
  }
}

/** Wall seconds for computing the bounds of a judgement while the caller waits. */
const SECONDS = 30

function judgeBounded(
  problem: Problem,
  rota: Rota,
  asked: { readonly claim: unknown; readonly causes: boolean },
): Promise<Judgement> {
  const seconds = Math.min(SECONDS, problem.solve.seconds)
  return boundedJudgement(problem, rota, { ...asked, seconds, clock: () => performance.now() / 1000 })
}

function judgingTasks(read: Read, { judge, judgeWithoutCauses }: Pick<TaskParts, 'judge' | 'judgeWithoutCauses'>) {
  return {
    /** Returns the judgement as JSON. */
    judge: async ({ body }: Sent): Promise<string> => {
      const sent = parseBody(body)
      const { document, rota: claim, bound = false, causes = true } = readAs(judgementRequest, sent)
      keepRepeatedKeys(document, sent, '/document')
      const problem = await within('/document', () => read(document))
      const rota = await within('/rota', () => readRota(claim, problem))
      const plainly = causes ? judge : judgeWithoutCauses
      return JSON.stringify(
        await (bound ? judgeBounded(problem, rota, { claim, causes }) : plainly(problem, rota, claim)),
      )
    },

    /** Returns what a change to a rota would cost, as JSON. */
    explain: async ({ body }: Sent): Promise<string> => JSON.stringify(await explain(parseBody(body), read)),

    /** Returns ranked answers to an absence, as JSON. */
    cover: async ({ body, now }: Sent & { readonly now: string }): Promise<string> =>
      JSON.stringify(await cover({ sent: parseBody(body), now }, read)),

    /** Returns whether two people may swap sessions, as JSON. */
    swap: async ({ body, now }: Sent & { readonly now: string }): Promise<string> =>
      JSON.stringify(await swap({ sent: parseBody(body), now }, read)),

    /** Returns a rota made by hand for a stored document, and its judgement, as JSON. */
    judgeKept: async ({ body, document }: Sent & { readonly document: string }) => {
      const given = parseBody(body)
      const problem = read(parseJson(document))
      const rota = readRota(given, problem)
      const { assignments, clinics } = rota
      const plan = { assignments: assignmentsOf(problem, assignments), clinics: clinicsOf(problem, clinics) }
      return { plan: JSON.stringify(plan), judgement: JSON.stringify(await judge(problem, rota, given)) }
    },
  }
}
