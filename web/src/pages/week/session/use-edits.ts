/** Manual changes: shown immediately, saved and judged as they are made, undone and redone, never lost. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type Dispatch, useEffect, useReducer, useRef } from 'react'
import { type Assignment, answered, api, Refused, type Rota, wordsOf } from '../../../api.ts'
import type { Step } from '../../../parts/week/steps.ts'
import { type KnownWeek, loadWeek, type WeekKey, weekKey } from '../../../parts/week/week-queries.ts'
import { judgingDesk } from '../menu/judging-desk.ts'
import { remember, remembered } from './edit-memory.ts'
import { type EditEvent, type EditState, editState, nextState } from './edit-state.ts'
import { keptDocument } from './keep-document.ts'

export interface Edits {
  readonly state: EditState
  readonly make: (step: Step) => void
  /** Reports why a change wasn't made. */
  readonly decline: (why: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly dismiss: () => void
  /** Resolves a conflict by taking the other version, with or without this user's changes. */
  readonly settle: (mine: 'kept' | 'dropped') => Promise<void>
}

/** Milliseconds before retrying a service that couldn't be reached. */
const AGAIN = 3000

export function useEdits(week: WeekKey, known: KnownWeek): Edits {
  const queries = useQueryClient()
  const [state, tell] = useReducer(nextState, null, () => editState(known, remembered(week)))
  const { version, past, future, assignments, isUnsent } = state
  useEffect(() => tell({ kind: 'loaded', known }), [known])
  useEffect(
    () => remember(week, { version, past, future, unsent: isUnsent ? assignments : null }),
    [week, version, past, future, assignments, isUnsent],
  )
  useStoring({ queries, week, state, tell })
  useJudging({ queries, week, state, tell })
  return {
    state,
    make: (step) => tell({ kind: 'made', step }),
    decline: (why) => tell({ kind: 'declined', why }),
    undo: () => tell({ kind: 'undone' }),
    redo: () => tell({ kind: 'redone' }),
    dismiss: () => tell({ kind: 'dismissed' }),
    settle: async (mine) => {
      const theirs = await loadWeek(week)
      tell({ kind: mine === 'kept' ? 'rebased' : 'replaced', known: theirs })
      queries.setQueryData(weekKey(week), theirs)
    },
  }
}

interface Storing {
  readonly queries: QueryClient
  readonly week: WeekKey
  readonly state: EditState
  readonly tell: Dispatch<EditEvent>
}

/** One request at a time; later changes go with the next one. */
function useStoring({ queries, week, state, tell }: Storing): void {
  const isBusy = useRef(false)
  const { isUnsent, trouble, assignments, version } = state
  useEffect(() => {
    if (trouble !== 'waiting') return
    const timer = setTimeout(() => tell({ kind: 'retried' }), AGAIN)
    return () => clearTimeout(timer)
  }, [trouble, tell])
  useEffect(() => {
    if (!isUnsent || trouble !== 'none' || isBusy.current) return
    isBusy.current = true
    void store({ queries, week, assignments, version }).then((event) => {
      isBusy.current = false
      // Before anything else, so that our own new version isn't mistaken for somebody else's.
      tell(event)
      if (event.kind === 'stored') keepInPage(queries, week, event.rota)
    })
  }, [queries, week, isUnsent, trouble, assignments, version, tell])
}

/** What a change did is known sooner than it is stored, since storing also finds out why each finding exists. */
function useJudging({ queries, week, state, tell }: Storing): void {
  const { isUnsent, trouble, assignments } = state
  useEffect(() => {
    const document = queries.getQueryData<KnownWeek>(weekKey(week))?.document
    if (!isUnsent || trouble !== 'none' || document === undefined) return
    return judgingDesk().judge(document, assignments, (figures) => tell({ kind: 'judged', figures, of: assignments }))
  }, [queries, week, isUnsent, trouble, assignments, tell])
}

interface Sending extends Pick<Storing, 'queries' | 'week'> {
  readonly assignments: readonly Assignment[]
  readonly version: number | null
}

async function store({ queries, week, assignments, version }: Sending): Promise<EditEvent> {
  try {
    await keptDocument(queries, week)
    const rota = (await answered(
      api.POST('/v1/networks/{ods}/weeks/{from}/rotas', {
        params: {
          path: { ods: week.ods, from: week.from },
          header: version === null ? {} : { 'If-Match': `"${version}"` },
        },
        body: { assignments: [...assignments] },
      }),
    )) as Rota
    return { kind: 'stored', rota, sent: assignments }
  } catch (error) {
    return { kind: 'failed', trouble: troubleOf(error), fault: wordsOf(error) }
  }
}

function keepInPage(queries: QueryClient, week: WeekKey, rota: Rota): void {
  queries.setQueryData<KnownWeek>(weekKey(week), (known) => (known === undefined ? known : withRota(known, rota)))
}

function withRota(known: KnownWeek, rota: Rota): KnownWeek {
  const { report, assignments, clinics, judgement, network, weekFrom, ...entry } = rota
  return { ...known, rota, failed: null, newest: rota.version, rotas: [entry, ...known.rotas] }
}

/**
 * Classifies errors: unreachable or busy is temporary, a changed week is a conflict for the user to resolve, anything else is a permanent
 * refusal.
 */
function troubleOf(error: unknown): EditState['trouble'] {
  if (!(error instanceof Refused)) return 'refused'
  if (error.status === 412) return 'conflict'
  return error.status === 0 || error.status === 429 || error.status >= 500 ? 'waiting' : 'refused'
}
