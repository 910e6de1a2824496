/**
 * Long questions about a week, run as operations: each kind is validated on submission, reporting all errors, and answered later
 * in a thread.
 */
import { plan } from '../../solver/plan.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { RuleEntry } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Report } from '../../src/report.ts'
import { parseBody } from '../body.ts'
import { fieldsOf } from '../people/fields.ts'
import type { QuestionKind } from '../store/tables.ts'
import { compare, type HashedWeek, type Reading, readComparison } from './comparing.ts'
import { mix, readMix } from './mixing.ts'
import { readReplan, replan } from './replanning.ts'
import { readStress, stress } from './stressing.ts'

/** Wall seconds for all rotas of a comparison together, solved one after another: well within a thread's half-hour timeout. */
const SECONDS = 1500

/** The current step, in words and as a count. Contains no names. */
export interface Step {
  readonly doing: string
  readonly step: number
  readonly of: number | null
}

interface Question {
  /** Reads the question and its week. Throws all errors; `now` is the default time. */
  read(
    sent: unknown,
    reading: Reading & { readonly now: string },
  ): Promise<Pick<Problem, 'network' | 'horizon' | 'people'>>
  answer(sent: unknown, reading: Reading, telling: Telling): Promise<unknown>
}

interface Telling {
  readonly tell: (step: Step) => void
  /** Receives partial answers, kept if the caller stops the operation. */
  readonly soFar: (answer: unknown) => void
}

const QUESTIONS: Readonly<Record<QuestionKind, Question>> = {
  replan: {
    read: async (sent, { now, read }) => (await readReplan({ sent, now }, read)).problem,
    answer: (sent, { read }, { tell, soFar }) => {
      const count = counting()
      const onStep = (allowed: number | 'any') => {
        const changes = allowed === 1 ? '1 change' : `${allowed === 'any' ? 'any number of' : allowed} changes`
        tell({ doing: `planning with ${changes}`, ...count() })
      }
      // The request says when the question was asked.
      return replan({ sent, now: String(fieldsOf(sent).now), onStep, onPoint: soFar }, read)
    },
  },
  comparison: {
    read: async (sent, reading) => (await readComparison({ sent, seconds: SECONDS }, reading)).base,
    answer: (sent, reading, { tell }) => {
      const onStep = (_: string, { step, of }: { readonly step: number; readonly of: number }) =>
        tell({ doing: `scenario ${step} of ${of}`, step, of })
      return compare({ sent, onStep, plan: (weeks) => oneByOne(weeks, onStep), seconds: SECONDS }, reading)
    },
  },
  mix: {
    read: async (sent, { read }) => (await readMix(sent, read)).before,
    answer: (sent, { read }, { tell }) => {
      const count = counting()
      return mix(sent, read, (doing) => tell({ doing, ...count() }))
    },
  },
  'stress-test': {
    read: async (sent, { read }) => (await readStress(sent, read)).problem,
    answer: (sent, { read }, { tell }) => {
      const onStep = ({ doing, step, of }: { readonly doing: 'weeks' | 'absences'; step: number; of: number }) =>
        tell({ doing: `${doing === 'weeks' ? 'week' : 'absence'} ${step} of ${of}`, step, of })
      return stress({ sent, onStep }, read)
    },
  },
}

function counting(): () => Pick<Step, 'step' | 'of'> {
  let step = 0
  return () => {
    step += 1
    return { step, of: null }
  }
}

async function oneByOne(
  weeks: readonly HashedWeek[],
  onStep: (name: string, place: { readonly step: number; readonly of: number }) => void,
): Promise<Report[]> {
  const reports: Report[] = []
  for (const [n, week] of weeks.entries()) {
    onStep(week.name, { step: n + 1, of: weeks.length })
    reports.push(await plan(week, () => performance.now() / 1000))
  }
  return reports
}

/** A question as sent. */
export interface QuestionSent {
  readonly kind: QuestionKind
  readonly body: Uint8Array
  /** Default time for questions that don't give one. */
  readonly now: string
}

/** A valid question, split into the parts that are stored. */
export interface AcceptedQuestion {
  readonly network: string
  readonly weekFrom: string
  readonly document: string
  readonly documentHash: string
  /** JSON of the request without the document. */
  readonly request: string
  /** Hash of the body. */
  readonly hash: string
  /** Whether it is a mix that can be answered within seconds. */
  readonly isSmall: boolean
}

export function questionTasks(ruleBook: readonly RuleEntry[]) {
  const read = (document: unknown) => readDocument(document, ruleBook)
  return {
    acceptQuestion: async ({ kind, body, now }: QuestionSent): Promise<AcceptedQuestion> => {
      const sent = parseBody(body)
      const problem = await QUESTIONS[kind].read(sent, { read, ruleBook, now })
      const { document, ...asked } = fieldsOf(sent)
      return {
        network: problem.network.ods,
        weekFrom: problem.horizon.from,
        document: JSON.stringify(document),
        documentHash: hashDocument(document),
        request: JSON.stringify(kind === 'replan' ? { now, ...asked } : asked),
        hash: hashDocument({ kind, sent }),
        isSmall: kind === 'mix' && isSmall(problem, asked),
      }
    },
  }
}

/** About ten practices for one week: a second or two for the mix, and a few more for one more session of each role. */
const SMALL = { people: 130, weeks: 1 } as const

function isSmall(
  { people, horizon }: Pick<Problem, 'people' | 'horizon'>,
  { budget, extra, frontier, plan }: Readonly<Record<string, unknown>>,
): boolean {
  const takesLong = [budget, extra, plan].some((one) => one !== undefined) || frontier === true
  return !takesLong && people.length <= SMALL.people && horizon.weeks <= SMALL.weeks
}

/** Answers a stored question as JSON, reporting partial answers on the way. */
export async function answerQuestion(
  { kind, document, request }: { readonly kind: QuestionKind; readonly document: string; readonly request: string },
  ruleBook: readonly RuleEntry[],
  { tell, soFar }: { readonly tell: (step: Step) => void; readonly soFar: (answer: string) => void },
): Promise<string> {
  const sent = { ...fieldsOf(parseJson(request)), document: parseJson(document) }
  const read = (given: unknown) => readDocument(given, ruleBook)
  const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
  const told = (step: Step) => tell({ ...step, doing: capital(step.doing) })
  const telling = { tell: told, soFar: (answer: unknown) => soFar(JSON.stringify(answer)) }
  return JSON.stringify(await QUESTIONS[kind].answer(sent, { read, ruleBook }, telling))
}
