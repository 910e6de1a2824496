/** Pins, which "make the rest fit" leaves unchanged. They are part of the week's document. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Assignment, type Pin, Refused, type WeekDocument, wordsOf } from '../../../api.ts'
import { assignmentsIn } from '../../../parts/week/figures.ts'
import { changesBetween, type Placing } from '../../../parts/week/steps.ts'
import { type KnownWeek, loadRota, type WeekKey, weekKey } from '../../../parts/week/week-queries.ts'
import { keepDocument, keptDocument } from './keep-document.ts'

export interface Pins {
  /** Why a pin wasn't saved; null if all is well. */
  readonly fault: string | null
  readonly set: (placing: Placing, isPinned: boolean) => Promise<void>
  /** Stores and returns the document with all manual changes since the last solve pinned. */
  readonly withHandChanges: (assignments: readonly Assignment[]) => Promise<WeekDocument>
}

export function usePins(week: WeekKey): Pins {
  const queries = useQueryClient()
  const [fault, setFault] = useState<string | null>(null)
  const store = async (change: (pins: readonly Pin[]) => readonly Pin[]) => {
    const { document, etag } = await keptDocument(queries, week)
    const now = document.pins ?? []
    const pins = change(now)
    if (pins === now) return document
    return (await keepDocument(queries, week, { document: { ...document, pins: [...pins] }, etag })).document
  }
  return {
    fault,
    set: async (placing, isPinned) => {
      setFault(null)
      try {
        await store((pins) => [...without(pins, [placing]), ...(isPinned ? [pinOf(placing)] : [])])
      } catch (error) {
        setFault(error instanceof Refused && error.status === 412 ? CHANGED : wordsOf(error))
        await queries.invalidateQueries({ queryKey: weekKey(week) })
      }
    },
    withHandChanges: async (assignments) => {
      const solved = await lastSolved(week, queries.getQueryData<KnownWeek>(weekKey(week)))
      const changed = solved === null ? [] : changesBetween(solved, assignments)
      return store((pins) => (changed.length === 0 ? pins : [...without(pins, changed), ...changed.map(pinOf)]))
    },
  }
}

const CHANGED = 'Somebody else has just changed this week, so it has been reloaded. Pin the session again.'

/** The latest solve's rota; null if there was none. */
async function lastSolved(week: WeekKey, known: KnownWeek | undefined): Promise<readonly Assignment[] | null> {
  const solve = known?.rotas.find(
    ({ source, status }) => source === 'solve' && status !== 'impossible' && status !== 'no-rota',
  )
  if (solve === undefined) return null
  return assignmentsIn(solve.version === known?.rota?.version ? known.rota : await loadRota(week, solve.version))
}

function without(pins: readonly Pin[], placings: readonly Placing[]): readonly Pin[] {
  const gone = new Set(placings.map(({ person, date, part }) => `${person} ${date} ${part}`))
  return pins.filter(({ person, date, part }) => !gone.has(`${person} ${date} ${part}`))
}

/** A person kept off is pinned without a site. */
function pinOf({ person, date, part, to }: Placing): Pin {
  return to === null ? { person, date, part, work: 'off' } : { person, date, part, site: to.site, work: to.work }
}
