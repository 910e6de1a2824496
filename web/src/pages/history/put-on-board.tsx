import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answered, api, type RotaEntry, wordsOf } from '../../api.ts'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { assignmentsIn } from '../../parts/week/figures.ts'
import { loadRota, weekKey } from '../../parts/week/week-queries.ts'

export interface PutOnBoardProps {
  readonly ods: string
  /** The week's Monday. */
  readonly week: string
  readonly rota: RotaEntry
  /** The version currently on the board. */
  readonly newest: number
}

/** Restores an earlier version as the newest draft; no version is lost. */
export function PutOnBoard({ ods, week, rota: { version, status }, newest }: PutOnBoardProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const mayEdit = useMayEdit(ods)
  const key = { ods, from: week }
  const putting = useMutation({
    mutationFn: async () => {
      const assignments = assignmentsIn(await loadRota(key, version))
      const params = { path: key, header: { 'If-Match': `"${newest}"` } }
      return answered(
        api.POST('/v1/networks/{ods}/weeks/{from}/rotas', { params, body: { assignments: [...assignments] } }),
      )
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: weekKey(key) })
      await queries.invalidateQueries({ queryKey: ['rotas', ods, week] })
      await navigate({ to: '/networks/$ods/weeks/$from', params: key })
    },
  })
  if (!mayEdit || version === newest || status === 'impossible' || status === 'no-rota') return null
  return (
    <>
      <button type="button" className="rota-link" disabled={putting.isPending} onClick={() => putting.mutate()}>
        {putting.isPending ? 'Putting it there…' : 'Put this version on the board'}
        <span className="nhsuk-u-visually-hidden">: version {version}</span>
      </button>
      {putting.error !== null && (
        <span className="rota-dialog__fault" role="alert">
          {wordsOf(putting.error)}
        </span>
      )}
    </>
  )
}
