/**
 * What to do when somebody is ill: complete rotas that answer the absence, best first, each planned exactly and judged by every rule. A
 * single open session is answered by each person who might take it. Several are answered together, session by session, for each set of
 * allowed kinds: anything; nobody beyond what is agreed; nobody already at work; somebody from outside.
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
  /** The week including the absence, and the published rota. */
  readonly problem: Problem
  /** As published. */
  readonly rota: Rota
  readonly absence: Absence
}

export interface CoverMeans {
  readonly engine: Engine
  readonly rules?: readonly Rule[]
  /** Called for each rota found, beginning with the first. */
  readonly onOption?: (option: CoverOption) => void
  /** Number of answers to return, besides leaving everything open. */
  readonly most?: number
}

export interface Covers {
  /** The published rota, with a contact plan added if it had none. */
  readonly published: Rota
  /** The absent person's patient-facing sessions, which an answer can fill. */
  readonly open: readonly Assignment[]
  /** The option that leaves every session open. */
  readonly left: CoverOption
  /** Best first, including the one that leaves everything open. */
  readonly options: readonly CoverOption[]
  /** Number of rotas planned and judged. */
  readonly evaluated: number
}

/** Up to this many candidates for one session are all planned exactly. */
const FEW = 20

/** If there are more: candidates of each kind planned exactly for a single session, and candidates for each of several sessions. */
const FOR_ONE = 4
const FOR_EACH = 2

/** Allowed kinds, if several sessions are open. */
const WAYS: readonly (readonly CoverKind[])[] = [
  ['free', 'extra', 'swap', 'duty', 'move', 'shared-duty'],
  ['free', 'extra'],
  ['free', 'duty', 'move', 'shared-duty'],
  ['locum'],
]

/** Default number of answers, besides leaving everything open. */
const OPTIONS = 6

/** Rounding errors in breaches of hard rules. */
const EVEN = 1e-6

/** Most rotas to plan if several sessions are open. */
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
  // A rota entered by hand may break hard rules in sessions that an answer could change.
  const found =
    (await searchIn(parts, searching, means)) ?? (await searchIn({ ...parts, isBroken: true }, searching, means))
  if (found === undefined) throw new Defect('a published week cannot be planned with a session left open')
  return { published, open, ...found }
}

interface SearchTask {
  readonly problem: Problem
  readonly rules: readonly Rule[]
  /** The rota without the lost sessions. */
  readonly left: readonly Assignment[]
  /** By lost session. */
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
    // Once more without these people, in case they decline.
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

/** For a single open session: tries the most promising candidates of each kind. */
async function answerOne(candidates: readonly Candidate[], { base, options, keep }: Searching): Promise<void> {
  const priced = options.promising(candidates, base.plan)
  for (const candidate of priced.length <= FEW ? priced : ofEachKind(priced, FOR_ONE)) {
    const tried = await options.evaluate([candidate])
    if (tried !== undefined) keep(tried.option)
  }
}

/**
 * For several open sessions, one after the other: tries the most promising candidates on top of the best answer so far, by the prices of
 * that answer, and keeps the best.
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

/** The best options by the rules' own checks, without those that break hard rules more than leaving the session open does. */
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
    // The same people are listed only with their best option.
    const people = option.candidates.map(({ person, of }) => `${person} ${of.session}`).join(' ')
    if (option.candidates.length === 0 || asked.has(people)) continue
    const judged = options.judged(option)
    if ((judged.values.get('never') ?? 0) > never) continue
    asked.add(people)
    told.push(judged)
  }
  return told.sort((a, b) => options.order(a, b))
}

/** Keeps the order; at most `most` candidates of each kind, and one of each kind per person. */
function ofEachKind(candidates: readonly Candidate[], most: number): Candidate[] {
  const taken = new Map<string, number>()
  const isWithin = (key: string, limit: number) => {
    taken.set(key, (taken.get(key) ?? 0) + 1)
    return (taken.get(key) ?? 0) <= limit
  }
  return candidates.filter(({ kind, person }) => isWithin(`${kind} ${person}`, 1) && isWithin(kind, most))
}

/** Adds the best contact plan if the rota has none. */
async function complete({ problem, rota, absence }: CoverTask, means: { engine: Engine; rules: readonly Rule[] }) {
  if (rota.clinics.length > 0) return rota
  // The week as published, without the absence.
  const available = problem.availability.get(absence.person)
  return available === undefined ? rota : contactPlan(problem, rota.assignments, means)
}

function distinct(assignments: readonly Assignment[]): Assignment[] {
  const keyOf = (a: Assignment) => `${a.person} ${a.session} ${a.site} ${a.work}`
  return [...new Map(assignments.map((a) => [keyOf(a), a])).values()]
}

/** One option per set of requests: those that ask the same people for the same are duplicates, except for shared duty. */
function distinctRotas(options: readonly CoverOption[]): CoverOption[] {
  const keyOf = ({ candidates }: CoverOption) =>
    candidates.map(({ kind, person, of, off }) => [kind, person, of.session, off[0]?.session].join(' ')).join('|')
  return [...new Map(options.map((option) => [keyOf(option), option])).values()]
}
