/**
 * What to do when somebody is ill: complete rotas that answer the absence, best first, each planned exactly and judged by every rule.
 * One open session is answered by each person who might; several are answered together, session by session, by the ways of asking
 * that are allowed: everything, nobody beyond what is agreed, nobody who is at work already, somebody from outside.
 */
import type { Absence } from '../../src/absence.ts'
import { COVER_KINDS, type CoverKind } from '../../src/cover-answer.ts'
import { Defect } from '../../src/errors.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds, type Rota } from '../../src/rota.ts'
import { checked } from '../engines/checked.ts'
import type { Engine } from '../engines/engine.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { contactPlan } from '../search/contact-plan.ts'
import type { Candidate } from './candidate.ts'
import { candidatesFor } from './candidates.ts'
import { type CoverOption, CoverOptions, type Evaluated } from './cover-options.ts'
import { HeldWeek, type HeldWeekParts } from './held-week.ts'

export interface CoverTask {
  /** The week with the absence entered, and the rota as published. */
  readonly problem: Problem
  /** As published. */
  readonly rota: Rota
  readonly absence: Absence
}

export interface CoverMeans {
  readonly engine: Engine
  readonly rules?: readonly Rule[]
  /** Called with each rota that is found, the first of them as soon as there is one. */
  readonly onOption?: (option: CoverOption) => void
  /** Answers to return beside the one that leaves everything open. */
  readonly most?: number
}

export interface Covers {
  /** The rota as published, its contacts planned if it said nothing of them. */
  readonly published: Rota
  /** The absent person's sessions that see patients: those that an answer can fill. */
  readonly open: readonly Assignment[]
  /** Every session left open. */
  readonly left: CoverOption
  /** Best first, the one that leaves everything open among them. */
  readonly options: readonly CoverOption[]
  /** Rotas that were planned and judged. */
  readonly evaluated: number
}

/** Candidates for one session that are all planned exactly. */
const FEW = 20

/** Of more, how many of each kind are planned exactly for one session; and for each of several sessions. */
const FOR_ONE = 4
const FOR_EACH = 2

/** Ways of asking, where several sessions are open. */
const WAYS: readonly (readonly CoverKind[])[] = [
  ['free', 'extra', 'swap', 'duty', 'move', 'shared-duty'],
  ['free', 'extra'],
  ['free', 'duty', 'move', 'shared-duty'],
  ['locum'],
]

/** Answers beside the open one, if the caller does not say. */
const OPTIONS = 6

/** Rounding of what breaks a rule without exception. */
const EVEN = 1e-6

/** Rotas planned at most where many sessions are open. */
const MOST = 60

export async function covers(task: CoverTask, means: CoverMeans): Promise<Covers> {
  const { problem, absence } = task
  const engine = checked(means.engine)
  const rules = (means.rules ?? RULES).filter((rule) => isInForce(rule, problem))
  const published = await complete(task, { engine, rules })
  const isGone = (a: Assignment) => a.person === absence.person && absence.sessions.includes(a.session)
  const left = published.assignments.filter((a) => !isGone(a))
  const open = published.assignments.filter((a) => isGone(a) && meetsNeeds(a.work))
  const week = { problem, left, absent: absence.person, since: absence.since }
  const candidates = open.map((of) => candidatesFor(of, week))
  const isOptional = new Set(candidates.flat().flatMap(({ off }) => off))
  const on = candidates.flat().flatMap((one) => one.on)
  const optional = [...isOptional, ...on]
  const parts = {
    ...{ problem, rules, engine, since: absence.since },
    fixed: left.filter((a) => !isOptional.has(a)),
    optional: distinct(optional),
    past: published.clinics.filter(({ session }) => session < absence.since),
  }
  const searching = { candidates, left, problem, rules }
  // A rota that somebody typed may break rules without exception by sessions that an answer could change.
  const found =
    (await searchIn(parts, searching, means)) ?? (await searchIn({ ...parts, isBroken: true }, searching, means))
  if (found === undefined) throw new Defect('a published week cannot be planned with a session left open')
  return { published, open, ...found }
}

interface SearchTask {
  readonly problem: Problem
  readonly rules: readonly Rule[]
  /** The rota without what is lost. */
  readonly left: readonly Assignment[]
  /** For each session that is lost. */
  readonly candidates: readonly (readonly Candidate[])[]
}

type Found = Pick<Covers, 'left' | 'options' | 'evaluated'>

async function searchIn(parts: HeldWeekParts, task: SearchTask, means: CoverMeans): Promise<Found | undefined> {
  const held = new HeldWeek(parts)
  try {
    const { problem, rules, left, candidates } = task
    const options = new CoverOptions(problem, rules, { held, optional: parts.optional, published: left })
    return await search(candidates, options, means)
  } finally {
    held.close()
  }
}

async function search(
  candidates: readonly (readonly Candidate[])[],
  options: CoverOptions,
  { onOption, most = OPTIONS }: Pick<CoverMeans, 'onOption' | 'most'>,
): Promise<Found | undefined> {
  const base = await options.evaluate([])
  if (base === undefined) return undefined
  const found: CoverOption[] = []
  const keep = (option: CoverOption) => {
    found.push(option)
    onOption?.(option)
  }
  keep(base.option)
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0) await answerOne(only, { base, options, keep })
  else {
    for (const way of WAYS) await answerAll(candidates, way, { base, options, keep })
    // The same again, in case the first to be asked say no.
    const asked = new Set(found.flatMap((option) => option.candidates.map(({ person }) => person)))
    const others = candidates.map((ofSession) => ofSession.filter(({ person }) => !asked.has(person)))
    await answerAll(others, COVER_KINDS, { base, options, keep })
  }
  const left = options.judged(base.option)
  return { left, options: ranked(found, { left, most }, options), evaluated: options.evaluated }
}

interface Searching {
  readonly base: Evaluated
  readonly options: CoverOptions
  readonly keep: (option: CoverOption) => void
}

/** One open session: the most promising of each kind, each for itself. */
async function answerOne(candidates: readonly Candidate[], { base, options, keep }: Searching): Promise<void> {
  const priced = options.promising(candidates, base.plan)
  for (const candidate of priced.length <= FEW ? priced : ofEachKind(priced, FOR_ONE)) {
    const tried = await options.evaluate([candidate])
    if (tried !== undefined) keep(tried.option)
  }
}

/**
 * Several open sessions: of each the most promising candidate by the prices of the week with all of them open, then, session by session,
 * the next ones in its place.
 */
async function answerAll(
  candidates: readonly (readonly Candidate[])[],
  way: readonly CoverKind[],
  { base, options, keep }: Searching,
): Promise<void> {
  let best = base
  for (const ofSession of candidates) {
    const allowed = ofSession.filter(({ kind }) => way.includes(kind))
    const before = best
    for (const candidate of options.promising(allowed, before.plan).slice(0, FOR_EACH)) {
      if (options.evaluated >= MOST) break
      const tried = await options.evaluate([...before.option.candidates, candidate])
      if (tried !== undefined && options.order(tried.option, best.option) < 0) best = tried
    }
  }
  keep(best.option)
}

/** The best of them by the rules' own checks, without those that break a rule without exception which an open session does not. */
function ranked(
  found: readonly CoverOption[],
  { left, most }: { left: CoverOption; most: number },
  options: CoverOptions,
) {
  const never = (left.values.get('never') ?? 0) + EVEN
  const told: CoverOption[] = [left]
  const asked = new Set<string>()
  for (const option of distinctRotas(found).sort((a, b) => options.order(a, b))) {
    if (told.length > most) break
    // Whoever is asked is told the best way only.
    const people = option.candidates.map(({ person, of }) => `${person} ${of.session}`).join(' ')
    if (option.candidates.length === 0 || asked.has(people)) continue
    const judged = options.judged(option)
    if ((judged.values.get('never') ?? 0) > never) continue
    asked.add(people)
    told.push(judged)
  }
  return told.sort((a, b) => options.order(a, b))
}

/** In the order given, at most so many of each kind, and one of each kind for a person. */
function ofEachKind(candidates: readonly Candidate[], most: number): Candidate[] {
  const taken = new Map<string, number>()
  const isWithin = (key: string, limit: number) => {
    taken.set(key, (taken.get(key) ?? 0) + 1)
    return (taken.get(key) ?? 0) <= limit
  }
  return candidates.filter(({ kind, person }) => isWithin(`${kind} ${person}`, 1) && isWithin(kind, most))
}

/** A rota that says nothing of its contacts gets the best plan of them. */
async function complete({ problem, rota, absence }: CoverTask, means: { engine: Engine; rules: readonly Rule[] }) {
  if (rota.clinics.length > 0) return rota
  // The week as it was published: nobody is away from what they were to do.
  const available = problem.availability.get(absence.person)
  return available === undefined ? rota : contactPlan(problem, rota.assignments, means)
}

function distinct(assignments: readonly Assignment[]): Assignment[] {
  const keyOf = (a: Assignment) => `${a.person} ${a.session} ${a.site} ${a.work}`
  return [...new Map(assignments.map((a) => [keyOf(a), a])).values()]
}

/** One of several that ask nobody for anything else, shared duties apart. */
function distinctRotas(options: readonly CoverOption[]): CoverOption[] {
  const keyOf = ({ candidates }: CoverOption) =>
    candidates.map(({ kind, person, of, off }) => [kind, person, of.session, off[0]?.session].join(' ')).join('|')
  return [...new Map(options.map((option) => [keyOf(option), option])).values()]
}
