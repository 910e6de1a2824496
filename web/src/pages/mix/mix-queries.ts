/** Questions to the service about a staffing mix. Answers are cached by week and question while the page is open. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answered, api, type MixAnswer, type MixSketch, type ScenarioComparison, type WeekDocument } from '../../api.ts'
import { longAnswer } from '../../parts/long-call.ts'
import { useLongQuery } from '../../parts/use-long-query.ts'
import { changesOf, type Scenario, type WhatIf } from './what-ifs.ts'

/** Cache key that identifies a week's document. */
function weekOf({ network, week }: WeekDocument): readonly string[] {
  return [network.ods, week.from]
}

export function useSketch(document: WeekDocument, also: readonly WhatIf[]) {
  return useQuery({
    queryKey: ['mix', 'sketch', ...weekOf(document), also],
    queryFn: ({ signal }): Promise<MixSketch> => {
      const body = { document, changes: changesOf({ more: {}, also }, document) as never }
      return answered(api.POST('/v1/sketches', { body, signal }))
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 0,
  })
}

export type Depth = 'mix' | 'rota'

/** Time limit in seconds per rota in a comparison, because the user is waiting. */
const SECONDS = 30
const UNCHANGED: Scenario = { name: 'As it is', more: {}, also: [] }

export interface ComparisonAsked {
  readonly document: WeekDocument
  readonly scenarios: readonly Scenario[]
  readonly depth: Depth
  /** Whether to test each conclusion against the evidence; only for mixes, and ten times the work. */
  readonly evidence?: boolean
  readonly isWanted?: boolean
}

/** Scenarios side by side, starting with the current week. */
export function useComparison({ document, scenarios, depth, evidence = false, isWanted = true }: ComparisonAsked) {
  const asked = scenarios.length === 0 ? [UNCHANGED] : scenarios
  const told = asked.map(({ name, more, also }) => [name, more, also])
  return useLongQuery({
    queryKey: ['mix', 'comparison', ...weekOf(document), depth, evidence, told],
    isWanted,
    ask: (following) => {
      const timed = depth === 'mix' ? document : { ...document, solve: { ...document.solve, seconds: SECONDS } }
      const rows = asked.map((one) => ({ name: one.name, changes: changesOf(one, document) as never }))
      return longAnswer<ScenarioComparison>(
        api.POST('/v1/comparisons', { body: { document: timed, scenarios: rows, depth, evidence } }),
        following,
      )
    },
  })
}

export interface MixQuestion {
  readonly curve?: string
  readonly extra?: number
  readonly funding?: string
  readonly frontier?: boolean
}

export function useMixAnswer(document: WeekDocument, question: MixQuestion, isWanted = true) {
  return useLongQuery({
    queryKey: ['mix', 'answer', ...weekOf(document), question],
    isWanted,
    ask: (following) => longAnswer<MixAnswer>(api.POST('/v1/mixes', { body: { document, ...question } }), following),
  })
}
