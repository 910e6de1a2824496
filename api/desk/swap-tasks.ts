/** Swaps of a rota that is published: checked when they are proposed, and again when a manager accepts them. */

import { type ReadSide, readSwap } from '../../src/intake/absence/swap-reading.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import type { SwapBody } from '../contract/kept-swaps.ts'
import { swapIn } from './swapping.ts'
import type { TaskParts } from './tasks.ts'
import { within } from './within.ts'

/** The published rota, and the swap as it was sent or stored. */
export interface PublishedSwap {
  /** JSON, both as stored. */
  readonly document: string
  readonly rota: string
  readonly swap: unknown
  readonly now: string
}

/** What the rules say of a swap; a rota only where they allow it. */
export interface SwapCheck {
  readonly forbids: SwapAnswer['forbids']
  readonly giver: string
  readonly taker: string
  /** When the first of its sessions begins, local to the network. */
  readonly begins: string
  /** JSON. */
  readonly body: string
  readonly made: { readonly plan: string; readonly judgement: string } | null
}

export function swapTasks(read: (document: unknown) => Problem, judge: TaskParts['judge']) {
  return {
    /** Complains of a swap as it was sent, whatever that is. */
    requirePublishedSwap: async ({ document, rota, swap, now }: PublishedSwap): Promise<void> => {
      const problem = read(parseJson(document))
      const { assignments } = await within('/published', () => readRota(parseJson(rota), problem))
      await within('/swap', () => readSwap(swap, { problem, assignments, now }))
    },

    checkPublishedSwap: async ({ document, rota, swap, now }: PublishedSwap): Promise<SwapCheck> => {
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
        made: answer.allowed ? await madeOf(answer, before, judge) : null,
      }
    },
  }
}

/** The rota with the swap, as a week's rota made by hand is stored. */
async function madeOf({ rota }: SwapAnswer, problem: Problem, judge: TaskParts['judge']) {
  const judgement = await judge(problem, readRota(rota, problem), rota)
  return { plan: JSON.stringify(rota), judgement: JSON.stringify(judgement) }
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
