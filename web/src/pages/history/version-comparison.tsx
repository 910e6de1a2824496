import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Rota } from '../../api.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { changedPlaces } from '../../parts/week/differences.ts'
import { assignmentsIn, figuresOf, percent, plural, pounds } from '../../parts/week/figures.ts'
import { weekPlan } from '../../parts/week/week-plan.ts'
import { type KnownWeek, loadRota, useKnownWeek } from '../../parts/week/week-queries.ts'

export interface VersionComparisonProps {
  readonly ods: string
  readonly week: string
  readonly version: number
}

/** The published version and another one side by side: figures, and whose sessions differ. */
export function VersionComparison({ ods, week, version }: VersionComparisonProps) {
  const known = useKnownWeek(useMemo(() => ({ ods, from: week }), [ods, week]))
  const published = known.data?.published?.version ?? null
  const pair = useQuery({
    queryKey: ['rota pair', ods, week, published, version],
    enabled: published !== null,
    queryFn: () => Promise.all([published ?? version, version].map((one) => loadRota({ ods, from: week }, one))),
  })
  if (known.isPending) return <p role="status">Loading both…</p>
  if (known.isError || pair.isError) {
    return (
      <FaultNotice
        what="The versions could not be read"
        error={known.error ?? pair.error}
        again={() => void pair.refetch()}
      />
    )
  }
  if (published === null) return <p>Nothing is published for this week, so there is nothing to compare with.</p>
  const [before, after] = pair.data ?? []
  if (before === undefined || after === undefined) return <p role="status">Loading both…</p>
  return <SideBySide known={known.data} from={week} before={before} after={after} />
}

interface SideBySideProps {
  readonly known: KnownWeek
  readonly from: string
  readonly before: Rota
  readonly after: Rota
}

function SideBySide({ known, from, before, after }: SideBySideProps) {
  const plan = useMemo(() => weekPlan(known.document, from), [known.document, from])
  const changes = changedPlaces(plan, assignmentsIn(before), assignmentsIn(after))
  const heads = [`Published, version ${before.version}`, `Version ${after.version}`] as const
  return (
    <>
      <Figures {...{ before, after, heads }} />
      <h3 className="nhsuk-heading-s">
        {changes.length === 0
          ? 'Nobody’s sessions are different.'
          : `${plural(changes.length, 'session differs', 'sessions differ')}`}
      </h3>
      {changes.length > 0 && (
        <table className="rota-table">
          <caption className="nhsuk-u-visually-hidden">Sessions that differ</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">When</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ person, when, was, is }) => (
              <tr key={`${person} ${when}`}>
                <th scope="row">{person}</th>
                <td>{when}</td>
                <td data-label={heads[0]}>{was}</td>
                <td data-label={heads[1]}>{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

interface FiguresProps {
  readonly before: Rota
  readonly after: Rota
  readonly heads: readonly [string, string]
}

function Figures({ before, after, heads }: FiguresProps) {
  const [was, is] = [figuresOf(before), figuresOf(after)]
  if (was === null || is === null) return null
  const rows = [
    { name: 'Urgent need met on the day', of: ({ service }: typeof is) => percent(service.urgent.share) },
    { name: 'Routine need in time', of: ({ service }: typeof is) => percent(service.routine.share) },
    {
      name: 'Half-days without a duty doctor',
      of: ({ findings }: typeof is) => String(findings.filter(({ rule }) => rule === 'duty-doctor').length),
    },
    { name: 'Findings', of: ({ findings }: typeof is) => String(findings.length) },
    { name: 'Cost', of: ({ cost }: typeof is) => (cost === null ? '–' : pounds(cost.total)) },
  ]
  return (
    <table className="rota-table">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">Side by side</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="rota-table__number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="rota-table__number" data-label={heads[0]}>
              {of(was)}
            </td>
            <td className="rota-table__number" data-label={heads[1]}>
              {of(is)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
