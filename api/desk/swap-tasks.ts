/** Checks swaps in a published rota: when they are proposed, and again when a manager accepts them. */

import { type ReadSide, readSwap } from '../../src/intake/absence/swap-reading.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import type { SwapBody } from '../contract/kept-swaps.ts'
import type { RotaContent } from '../store/publications.ts'
import { rotaContent } from './rota-content.ts'
import { swapIn } from './swapping.ts'
import type { TaskParts } from './tasks.ts'
import { within } from './within.ts'

/** The published rota, and the swap as sent or stored. */
export interface PublishedSwap {
  /** JSON, both as stored. */
  readonly document: string
  readonly rota: string
  readonly swap: unknown
  readonly now: string
  /** The Monday that the rota is stored under. */
  readonly weekFrom: string
}

/** The rules' verdict on a swap; includes a rota only if they allow it. */
export interface SwapCheck {
  readonly forbids: SwapAnswer['forbids']
  readonly giver: string
  readonly taker: string
  /** When the first of its sessions begins, in local time. */
  readonly begins: string
  /** JSON. */
  readonly body: string
  readonly made: MadeRota | null
}

/** The rota with the swap, as it would be stored and published. */
interface MadeRota {
  readonly plan: string
  readonly judgement: string
  readonly content: RotaContent
}

export function swapTasks(read: (document: unknown) => Problem, judge: TaskParts['judge']) {
  return {
    /** Throws complaints about a swap as sent, whatever its shape. */
    requirePublishedSwap: async ({ document, rota, swap, now }: Omit<PublishedSwap, 'weekFrom'>): Promise<void> => {
      const problem = read(parseJson(document))
      const { assignments } = await within('/published', () => readRota(parseJson(rota), problem))
      await within('/swap', () => readSwap(swap, { problem, assignments, now }))
    },

    checkPublishedSwap: async ({ document, rota, swap, now, weekFrom }: PublishedSwap): Promise<SwapCheck> => {
      const week = parseJson(document) as RotaDocument
      const before = read(week)
      const published = await within('/published', () => readRota(parseJson(rota), before))
      const sides = await within('/swap', () =>
        readSwap(swap, { problem: before, assignments: published.assignments, now }),
      )
      const answer = await swapIn({ before, document: week, rota: published, sides, now }, read)
      const told = sides.map((side) => sideOf(side, before, published))
      const [giver, taker] = sides
      const { sentence, better, worse, breaks, affected } = answer
      const body: SwapBody = {
        sides: told,
        sentence,
        better: [...better],
        worse: [...worse],
        breaks: [...breaks],
        affected: [...affected],
      }
      return {
        forbids: answer.forbids,
        giver: giver.person,
        taker: taker.person,
        begins: told.map(({ date, starts }) => `${date}T${starts}`).sort()[0] ?? '',
        body: JSON.stringify(body),
        made: answer.allowed ? await madeOf(answer, { before, document, weekFrom }, judge) : null,
      }
    },
  }
}

/** The rota with the swap applied, in the form in which rotas made by hand are stored. */
async function madeOf(
  { rota }: SwapAnswer,
  { before, document, weekFrom }: { readonly before: Problem; readonly document: string; readonly weekFrom: string },
  judge: TaskParts['judge'],
): Promise<MadeRota> {
  const judgement = JSON.stringify(await judge(before, readRota(rota, before), rota))
  const plan = JSON.stringify(rota)
  return { plan, judgement, content: rotaContent({ weekFrom, document, rota: plan }) }
}

function sideOf({ person, session }: ReadSide, problem: Problem, { assignments }: Rota): SwapBody['sides'][number] {
  const { horizon, personById, siteById } = problem
  const { date = '', part = '' } = horizon.sessions[session] ?? {}
  const times = horizon.parts.find(({ id }) => id === part)
  const given = assignments.find((one) => one.person === person && one.session === session)
  return {
    person,
    name: personById.get(person)?.name ?? '',
    date,
    part,
    starts: times?.starts ?? '',
    ends: times?.ends ?? '',
    gives:
      given === undefined
        ? null
        : { site: given.site, siteName: siteById.get(given.site)?.name ?? '', work: given.work },
  }
}
