/** Publishes a week's rota, on the user's request only. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered, api, wordsOf } from '../../../api.ts'
import { type WeekKey, weekKey } from '../../../parts/week/week-queries.ts'

export interface Publishing {
  readonly isBusy: boolean
  readonly fault: string | null
  readonly publish: (version: number) => void
}

export function usePublishing(week: WeekKey, done: () => void): Publishing {
  const queries = useQueryClient()
  const { ods, from } = week
  const mutation = useMutation({
    mutationFn: (version: number) =>
      answered(
        api.PUT('/v1/networks/{ods}/weeks/{from}/rotas/{version}/publication', {
          params: { path: { ods, from, version } },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: weekKey(week) })
      await queries.invalidateQueries({ queryKey: ['weeks', ods] })
      done()
    },
  })
  return {
    isBusy: mutation.isPending,
    fault: mutation.error === null ? null : wordsOf(mutation.error),
    publish: (version) => mutation.mutate(version),
  }
}
