/** Cross-checks of what belongs to this horizon: demand, backlog, decisions already taken, an earlier rota, history. */
import { type Check, checkId, checkMoment, checkRepeated } from './check.ts'
import type { Sections } from './sections.ts'

export function checkWeek({ lists }: Sections, check: Check): void {
  const { demand, backlog, pins, published, history } = lists
  for (const { index, value } of demand) {
    const at = ['demand', index]
    checkId(value.site, 'sites', [...at, 'site'], check)
    checkId(value.need, 'needs', [...at, 'need'], check)
    checkMoment(value, at, check)
  }
  for (const { index, value } of backlog) {
    checkId(value.site, 'sites', ['backlog', index, 'site'], check)
    checkId(value.need, 'needs', ['backlog', index, 'need'], check)
  }
  for (const { index, value } of pins) {
    const at = ['pins', index]
    checkPlacing(value, at, check)
    if (value.site === undefined && value.work !== undefined && value.work !== 'off') {
      check.complaints.add([...at, 'site'], '"site" is missing: only "off" can do without.')
    }
  }
  // The past may name people who have left: they are remarked on (remarks/leavers.ts), not refused.
  for (const {
    index,
    value: { person: _, ...placing },
  } of published)
    checkPlacing(placing, ['published', index], check)
  checkRepeated(history, { list: 'history', name: 'person', of: (row) => row.person }, check)
}

interface Placing {
  readonly person?: string | undefined
  readonly date?: string | undefined
  readonly part?: string | undefined
  readonly site?: string | undefined
}

function checkPlacing(placing: Placing, at: readonly (string | number)[], check: Check): void {
  checkId(placing.person, 'people', [...at, 'person'], check)
  checkId(placing.site, 'sites', [...at, 'site'], check)
  checkMoment(placing, at, check)
}
