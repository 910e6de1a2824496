/** Answers a director's questions about a staffing mix. */
import { z } from 'zod'
import { answerMix, type MixTask } from '../../solver/answer-mix.ts'
import { answerPlan, type PlanTask, type PlanWeek } from '../../solver/answer-plan.ts'
import { yearlyPay } from '../../solver/report/yearly-pay.ts'
import { BadInput, type Complaint } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { nationalTeam } from '../../src/intake/scenario/national-team.ts'
import { withVacancies } from '../../src/intake/scenario/vacant-posts.ts'
import { readPlan } from '../../src/intake/scenario/workforce-plan.ts'
import { nearest } from '../../src/intake/suggest.ts'
import type { MixAnswer } from '../../src/mix-answer.ts'
import type { Problem } from '../../src/problem.ts'
import type { WaitingRow } from '../../src/workforce-plan.ts'
import { mixRequest, pounds, roleWanted } from '../contract/mixes.ts'
import { readAs } from '../contract.ts'
import { together } from './together.ts'
import { within } from './within.ts'

/** Budgets of the frontier: pounds a year on top of today's pay. */
const FRONTIER = [25_000, 50_000, 100_000, 150_000, 200_000]
/** Wall seconds per level when choosing posts; fewer if several choices are made. */
const SECONDS = { one: 15, several: 4 } as const

export async function mix(
  sent: unknown,
  read: (document: unknown) => Problem,
  onStep: (doing: string) => void = () => undefined,
): Promise<MixAnswer> {
  const { task, plan } = await readMix(sent, read)
  const answer = await answerMix({ ...task, onStep })
  if (answer === null) {
    const detail = 'This week is impossible as it is: no staffing keeps the rules without exception.'
    throw new BadInput([{ pointer: '/document', detail, maybe: 'Solve it: the report names what cannot all hold.' }])
  }
  if (plan === null) return answer
  onStep('following the plan through four quarters')
  return { ...answer, plan: await answerPlan(plan) }
}

/** Reads the request into tasks. Throws one BadInput with all errors. */
export async function readMix(
  sent: unknown,
  read: (document: unknown) => Problem,
): Promise<{ readonly before: Problem; readonly task: MixTask; readonly plan: PlanTask | null }> {
  const asked = readAs(mixRequest, sent)
  keepRepeatedKeys(asked.document, sent, '/document')
  const before = await within('/document', () => read(asked.document))
  const { document, places } = withVacancies(asked.document as RotaDocument)
  const hired = [...new Set([...places.values()].map(({ role }) => role))]
  const payers = [...new Set(before.roles.map(({ funding }) => funding))]
  const { curve, add, budget, extra, funding, frontier, plan } = await together({
    curve: () => within('/curve', () => known(readAs(z.string().optional(), asked.curve), hired)),
    add: () =>
      within('/add', () => {
        const rows = readAs(z.array(roleWanted).max(20).default([]), asked.add)
        return rows.map((row, n) => ({ ...row, role: known(row.role, hired, `/${n}/role`) ?? row.role }))
      }),
    budget: () => within('/budget', () => beyondPay(readAs(pounds.optional(), asked.budget), before)),
    extra: () => within('/extra', () => alone(readAs(pounds.optional(), asked.extra), asked.budget)),
    funding: () => within('/funding', () => known(readAs(z.string().optional(), asked.funding), payers)),
    frontier: () => within('/frontier', () => readAs(z.boolean().default(false), asked.frontier)),
    plan: () => within('/plan', () => planned(asked.plan, asked.document as RotaDocument, read)),
  })
  const question = {
    curve: curve ?? null,
    add,
    budget: extra ?? budget ?? null,
    funding: funding ?? null,
    frontier: frontier ? FRONTIER : [],
  }
  const seconds = frontier ? SECONDS.several : SECONDS.one
  const national = frontier ? { national: nationalWeek(asked.document as RotaDocument, read) } : {}
  return { before, task: { problem: read(document), places, before, question, seconds, ...national }, plan }
}

function nationalWeek(document: RotaDocument, read: (document: unknown) => Problem) {
  const { staff, document: average } = nationalTeam(document, readAtlas())
  return { staff, problem: read(average) }
}

/** The weeks representing a workforce plan's quarters; null if no plan was sent. */
function planned(sent: unknown, document: RotaDocument, read: (document: unknown) => Problem): PlanTask | null {
  if (sent === undefined) return null
  return readPlan(document, sent, planWeek)

  function planWeek(changed: RotaDocument): PlanWeek {
    const carrying = (waiting: readonly WaitingRow[]) => planWeek({ ...changed, backlog: [...waiting] })
    return { problem: read(changed), key: hashDocument(changed), carrying }
  }
}

function known(word: string | undefined, words: readonly string[], pointer = ''): string | undefined {
  if (word === undefined || words.includes(word)) return word
  const maybe = nearest(word, words)
  const complaint: Complaint = {
    pointer,
    detail: `There is nothing of this name; there are ${words.join(', ')}.`,
    seen: JSON.stringify(word.slice(0, 60)),
    ...(maybe === undefined ? {} : { maybe }),
  }
  throw new BadInput([complaint])
}

/** Rejects a request with both `extra` and `budget`. */
function alone(extra: number | undefined, budget: unknown): number | undefined {
  if (extra === undefined || budget === undefined) return extra
  const detail = 'Give "extra" or "budget", not both.'
  throw new BadInput([{ pointer: '', detail, seen: String(extra) }])
}

/** What a yearly budget leaves after today's pay. */
function beyondPay(budget: number | undefined, problem: Problem): number | undefined {
  if (budget === undefined) return undefined
  const pay = Math.round(yearlyPay(problem, () => true))
  if (budget >= pay) return budget - pay
  const detail = `Today's pay is £${pay.toLocaleString('en-GB')} a year already.`
  const maybe = 'Use "extra" for money on top, or compare scenarios that remove people.'
  throw new BadInput([{ pointer: '', detail, seen: String(budget), maybe }])
}
