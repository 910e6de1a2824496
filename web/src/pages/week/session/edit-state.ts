/** A week as one person changes it: every state it can be in, and how it gets there. */
import type { Assignment, Finding, Rota } from '../../../api.ts'
import { assignmentsIn, type Figures, figuresOf } from '../../../parts/week/figures.ts'
import { newGap, outcomeOf, outcomeWords } from '../../../parts/week/outcome.ts'
import { placed, type Step } from '../../../parts/week/steps.ts'
import type { KnownWeek } from '../../../parts/week/week-queries.ts'
import type { EditMemory } from './edit-memory.ts'

export interface EditState extends Omit<EditMemory, 'unsent'> {
  readonly assignments: readonly Assignment[]
  /** Of what the service last stored, or of what was changed since once that is judged. */
  readonly figures: Figures | null
  /** The figures are of these assignments, though they are not stored yet. */
  readonly isJudged: boolean
  readonly isUnsent: boolean
  /** `waiting`: the service couldn't be reached and is being retried. */
  readonly trouble: 'none' | 'waiting' | 'conflict' | 'refused'
  /** The service's message, if it refused. */
  readonly fault: string
  /** Description of the last step, and its effect once known. */
  readonly said: string
  readonly outcome: string | null
  /** A gap created by the last step that somebody could fill. */
  readonly gap: Finding | null
  /** Why the last drag changed nothing; empty if it changed something. */
  readonly declined: string
}

export type EditEvent =
  | { readonly kind: 'made'; readonly step: Step }
  /** Sooner than it is stored: without why its findings exist. */
  | { readonly kind: 'judged'; readonly figures: Figures; readonly of: readonly Assignment[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' }
  | { readonly kind: 'stored'; readonly rota: Rota; readonly sent: readonly Assignment[] }
  | { readonly kind: 'failed'; readonly trouble: EditState['trouble']; readonly fault: string }
  | { readonly kind: 'retried' }
  | { readonly kind: 'loaded'; readonly known: KnownWeek }
  /** Resolves a conflict by reapplying this user's changes to the service's version. */
  | { readonly kind: 'rebased'; readonly known: KnownWeek }
  /** Resolves a conflict by taking the service's version, without this user's changes. */
  | { readonly kind: 'replaced'; readonly known: KnownWeek }
  /** A drag that isn't possible, with the reason. */
  | { readonly kind: 'declined'; readonly why: string }
  | { readonly kind: 'dismissed' }

/** Initial state, from the service's version and this browser's stored changes. */
export function editState(known: KnownWeek, memory: EditMemory | null): EditState {
  const clean: EditState = {
    version: known.newest,
    assignments: assignmentsIn(known.rota),
    figures: known.rota === null ? null : figuresOf(known.rota),
    isJudged: false,
    past: [],
    future: [],
    isUnsent: false,
    trouble: 'none',
    fault: '',
    said: '',
    outcome: null,
    gap: null,
    declined: '',
  }
  if (memory === null) return clean
  const { version, past, future, unsent } = memory
  if (version === known.newest) {
    return { ...clean, past, future, assignments: unsent ?? clean.assignments, isUnsent: unsent !== null }
  }
  // Somebody else has saved a newer version, so the user must decide about changes not yet sent.
  return unsent === null
    ? clean
    : { ...clean, version, past, future, assignments: unsent, isUnsent: true, trouble: 'conflict' }
}

export function nextState(state: EditState, event: EditEvent): EditState {
  switch (event.kind) {
    case 'made':
      return {
        ...moved(state, event.step, 'after'),
        past: [...state.past, event.step],
        future: [],
        said: event.step.say,
      }
    case 'undone': {
      const step = state.past.at(-1)
      if (step === undefined) return state
      const said = `Undone: ${step.say}`
      return { ...moved(state, step, 'before'), past: state.past.slice(0, -1), future: [step, ...state.future], said }
    }
    case 'redone': {
      const [step, ...future] = state.future
      if (step === undefined) return state
      return { ...moved(state, step, 'after'), past: [...state.past, step], future, said: `Done again: ${step.say}` }
    }
    case 'judged':
      return judged(state, event)
    case 'stored':
      return stored(state, event)
    case 'failed':
      return { ...state, trouble: event.trouble, fault: event.fault }
    case 'retried':
      return { ...state, trouble: 'none' }
    case 'loaded':
      return state.version === event.known.newest ? state : editState(event.known, unsentOf(state))
    case 'replaced':
      return editState(event.known, null)
    case 'rebased':
      return rebased(state, event.known)
    case 'declined':
      return { ...state, declined: event.why }
    case 'dismissed':
      return { ...state, said: '', outcome: null, gap: null, declined: '' }
  }
}

function unsentOf({ version, past, future, assignments, isUnsent }: EditState): EditMemory | null {
  return isUnsent ? { version, past, future, unsent: assignments } : null
}

function moved(state: EditState, step: Step, to: 'before' | 'after'): EditState {
  const trouble = state.trouble === 'refused' ? 'none' : state.trouble
  return {
    ...state,
    assignments: placed(state.assignments, step[to]),
    isUnsent: true,
    isJudged: false,
    outcome: null,
    trouble,
  }
}

function judged(state: EditState, { figures, of }: Extract<EditEvent, { kind: 'judged' }>): EditState {
  if (state.assignments !== of || !state.isUnsent) return state
  return { ...state, figures, isJudged: true, outcome: outcomeBetween(state.figures, figures) }
}

function outcomeBetween(before: Figures | null, after: Figures | null): string {
  return before === null || after === null ? '' : outcomeWords(outcomeOf(before, after))
}

function stored(state: EditState, { rota, sent }: Extract<EditEvent, { kind: 'stored' }>): EditState {
  const figures = figuresOf(rota)
  const isSame = state.assignments === sent
  const outcome = state.isJudged && isSame ? state.outcome : outcomeBetween(state.figures, figures)
  return {
    ...state,
    version: rota.version,
    figures,
    isJudged: false,
    isUnsent: !isSame,
    trouble: 'none',
    fault: '',
    outcome,
    gap: figures === null || state.figures === null ? null : newGap(state.figures, figures),
  }
}

/** Replays every step on the version saved by somebody else. */
function rebased(state: EditState, known: KnownWeek): EditState {
  const theirs = editState(known, null)
  const assignments = state.past.reduce((rota, { after }) => placed(rota, after), theirs.assignments)
  return { ...theirs, assignments, past: state.past, isUnsent: true, said: 'Your changes, added to theirs' }
}
