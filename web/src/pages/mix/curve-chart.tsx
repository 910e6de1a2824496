import { useCallback } from 'react'
import type { MixAnswer } from '../../api.ts'
import { Chart } from '../../parts/chart/chart.tsx'
import { plural } from '../../parts/week/figures.ts'
import { curvePicture, curveTable } from './mix-charts.ts'

export interface CurveChartProps {
  readonly points: NonNullable<MixAnswer['curve']>
  readonly of: NonNullable<MixAnswer['curveOf']>
  readonly isPrinted?: boolean
}

/** From ten sessions fewer to ten more, marking where another session stops helping. */
export function CurveChart({ points, of, isPrinted = false }: CurveChartProps) {
  const { title, place, flatFrom, concave } = of
  const options = useCallback(() => curvePicture(points, flatFrom), [points, flatFrom])
  return (
    <Chart
      title={`Sessions of ${title}, ${place}: from ten fewer to ten more`}
      says={
        <>
          {flatFrom === null
            ? 'It does not level off within ten sessions.'
            : flatFrom === 0
              ? 'One more session changes next to nothing.'
              : `It levels off after ${plural(flatFrom, 'more session')}.`}
          {!concave &&
            ' It bends upwards somewhere, because a new session may be on any half-day and existing ones may not.'}{' '}
          Every point is checked.
        </>
      }
      options={options}
      table={curveTable(points)}
      isPrinted={isPrinted}
    />
  )
}
