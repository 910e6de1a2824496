/**
 * The flow of contacts: who is seen by which cadre, where and when, as columns in contacts.
 * A need that the network shares is met at any site: per session, the contacts a cadre meets over all sites equal the contacts taken from
 * all practices. Other needs are met at their own practice, and one column serves for both.
 */
import { isMetBy, type Need } from '../../src/needs.ts'
import type { PatientWork } from '../../src/rota.ts'
import { meetsNeeds } from '../../src/rota.ts'
import type { Cadre, Skillset } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { timeShare } from '../facts/time-share.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import type { OpenColumns, Placement, Term } from './row.ts'

/** Contacts of one need met by one cadre at one site in one session, in one kind of work. */
export interface Met {
  readonly column: DraftColumn
  readonly cadre: string
  readonly work: PatientWork
  readonly need: string
  readonly site: string
  readonly session: number
  readonly minutes: number
}

/** The same contacts, seen from the practice whose patients they are. */
export interface Taken {
  readonly column: DraftColumn
  readonly cadre: string
  readonly need: string
  readonly patientsOf: string
  readonly session: number
  readonly returns: number
}

/** The people of one cadre who may do one kind of patient-facing work at one site in one session. */
export interface Post {
  readonly cadre: Cadre
  readonly work: PatientWork
  readonly site: string
  readonly session: Session
  readonly placements: readonly Placement[]
  /** Column that counts the people of the post; the placement's own column if there can be only one. */
  readonly people: DraftColumn
  readonly met: readonly Met[]
}

export class Flow {
  readonly posts: readonly Post[]
  readonly taken: readonly Taken[]
  /** Per cadre, shared need and session: contacts met at the sites = contacts taken from the practices. */
  readonly pools: readonly { readonly met: readonly Met[]; readonly taken: readonly Taken[] }[]
  readonly #postsAt = new Map<string, Post[]>()
  readonly #takenBy = new Map<string, Taken[]>()
  readonly #states = new Map<string, DraftColumn>()
  readonly #draft: OpenColumns
  /** Upper bound on contacts waiting or returning: no more than the whole document contains. Keeps their columns finite. */
  readonly #most: number

  constructor(draft: OpenColumns) {
    this.#draft = draft
    const { arrivals, waiting } = draft.problem
    this.#most = 2 * [...arrivals, ...waiting].reduce((sum, a) => sum + a.contacts, 0) + 1
    const asked = whoAsks(draft)
    this.posts = gatherPosts(draft).map((post) => ({
      ...post,
      people: counted(draft, post),
      met: this.#open(post, asked),
    }))
    const { taken, pools } = this.#take(asked)
    this.taken = taken
    this.pools = pools
    for (const t of taken) push(this.#takenBy, `${t.need}|${t.patientsOf}|${t.session}`, t)
    for (const post of this.posts) push(this.#postsAt, `${post.site}|${post.session.index}`, post)
  }

  /** Posts from which patients are seen at a site in a session. */
  postsAt(site: string, session: number): readonly Post[] {
    return this.#postsAt.get(`${site}|${session}`) ?? []
  }

  /** Columns for contacts of a need of a practice's patients that are met in a session. */
  takenFrom(need: string, site: string, session: number): readonly Taken[] {
    return this.#takenBy.get(`${need}|${site}|${session}`) ?? []
  }

  /** Terms for contacts that return to a GP because of what is met in a session. */
  returnsOf(site: string, session: number): Term[] {
    return this.#draft.problem.needs.flatMap((need) =>
      this.takenFrom(need.id, site, session)
        .filter((t) => t.returns > 0)
        .map((t): Term => [t.column, t.returns]),
    )
  }

  /** Every column of the flow. */
  get columns(): DraftColumn[] {
    const contacts = [
      ...this.posts.flatMap((post) => [post.people, ...post.met.map((m) => m.column)]),
      ...this.taken.map((t) => t.column),
    ]
    return [...new Set([...contacts, ...this.states])]
  }

  /** Every column of waiting or returning contacts. */
  get states(): DraftColumn[] {
    return [...this.#states.values()]
  }

  /** The same columns by name: `waiting|urgent|A99901|2` or `returned|A99901|2`, days counted from 0. */
  get statesByName(): ReadonlyMap<string, DraftColumn> {
    return this.#states
  }

  /** Column: contacts of a need of a practice still waiting at the end of a day of the horizon. */
  waiting(need: string, site: string, day: number): DraftColumn {
    return this.#state(`waiting|${need}|${site}|${day}`)
  }

  /** Column: contacts that return to a GP of a practice on a day of the horizon. */
  returned(site: string, day: number): DraftColumn {
    return this.#state(`returned|${site}|${day}`)
  }

  #state(key: string): DraftColumn {
    const column = this.#states.get(key) ?? this.#draft.column(0, this.#most)
    this.#states.set(key, column)
    return column
  }

  #open(post: Omit<Post, 'met' | 'people'>, asked: Set<string>): Met[] {
    const { cadre, work, site, session } = post
    const role = this.#draft.problem.roleById.get(cadre.role)
    if (role === undefined) return []
    const sessions = mostAt(this.#draft, post) * timeShare(role, session, work)
    return needsFor(this.#draft, cadre, work)
      .filter(({ need }) => asked.has(askKey(need, need.shared ? '' : site, session)))
      .map(({ need, skill }) => ({
        column: this.#draft.column(0, (sessions * role.patientMinutes) / skill.minutes),
        cadre: cadre.id,
        work,
        need: need.id,
        site,
        session: session.index,
        minutes: skill.minutes,
      }))
  }

  #take(asked: Set<string>): { taken: Taken[]; pools: Flow['pools'] } {
    const { problem } = this.#draft
    const taken: Taken[] = []
    const shared = new Map<string, Met[]>()
    for (const met of this.posts.flatMap((post) => post.met)) {
      const need = problem.needById.get(met.need)
      if (need?.shared !== true) taken.push(takenAs(met, met.column, met.site, this.#draft))
      else
        shared.set(`${met.cadre}|${met.need}|${met.session}`, [
          ...(shared.get(`${met.cadre}|${met.need}|${met.session}`) ?? []),
          met,
        ])
    }
    const pools = [...shared.values()].map((met) => ({ met, taken: this.#pool(met, asked) }))
    return { taken: [...taken, ...pools.flatMap((pool) => pool.taken)], pools }
  }

  #pool(met: readonly Met[], asked: Set<string>): Taken[] {
    const [first] = met
    const { problem } = this.#draft
    const session = first && problem.horizon.sessions[first.session]
    const need = first && problem.needById.get(first.need)
    if (first === undefined || session === undefined || need === undefined) return []
    const most = met.reduce((sum, m) => sum + (this.#draft.upper[m.column] ?? 0), 0)
    return problem.sites
      .filter((site) => asked.has(askKey(need, site.id, session)))
      .map((site) => takenAs(first, this.#draft.column(0, most), site.id, this.#draft))
  }
}

/**
 * People of one cadre are interchangeable to the flow of contacts. Counting them per post first leaves the search one integer for each post
 * instead of every way to fill it; without that, finding integer sessions is slow.
 */
function counted(draft: OpenColumns, post: Pick<Post, 'placements'>): DraftColumn {
  const [first] = post.placements
  if (first !== undefined && post.placements.length === 1) return first.column
  const people = draft.column(0, mostAt(draft, post), true)
  draft.define([[people, 1], ...post.placements.map((p): Term => [p.column, -1])], 0)
  return people
}

/** Most people in a post: one per placement in a rota, possibly several in a staffing mix. */
function mostAt(draft: OpenColumns, { placements }: Pick<Post, 'placements'>): number {
  return placements.reduce((sum, p) => sum + (draft.upper[p.column] ?? 0), 0)
}

function takenAs(met: Met, column: DraftColumn, patientsOf: string, draft: OpenColumns): Taken {
  const returns = draft.problem.cadreById.get(met.cadre)?.meets.get(met.need)?.returns ?? 0
  return { column, cadre: met.cadre, need: met.need, patientsOf, session: met.session, returns }
}

function needsFor(draft: OpenColumns, cadre: Cadre, work: PatientWork): { need: Need; skill: Skillset }[] {
  return draft.problem.needs.flatMap((need) => {
    const skill = cadre.meets.get(need.id)
    return skill !== undefined && isMetBy(need, work) ? [{ need, skill }] : []
  })
}

function gatherPosts(draft: OpenColumns): Omit<Post, 'met' | 'people'>[] {
  type Open = Omit<Post, 'met' | 'people' | 'placements'> & { readonly placements: Placement[] }
  const posts = new Map<string, Open>()
  for (const placement of draft.placements) {
    if (!meetsNeeds(placement.work) || !draft.allowed(placement)) continue
    const key = `${placement.cadre}|${placement.work}|${placement.site}|${placement.session}`
    const cadre = draft.problem.cadreById.get(placement.cadre)
    const session = draft.problem.horizon.sessions[placement.session]
    if (cadre === undefined || session === undefined) continue
    const post = posts.get(key) ?? { cadre, work: placement.work, site: placement.site, session, placements: [] }
    post.placements.push(placement)
    posts.set(key, post)
  }
  return [...posts.values()]
}

/**
 * Which needs of which practice can be met in which session at all; '' stands for any practice. A same-day need can be met from the session
 * in which its first contact of the day arrives.
 */
function whoAsks(draft: OpenColumns): Set<string> {
  const { arrivals, waiting, horizon, needById, sites } = draft.problem
  const asked = new Set<string>()
  const ask = (need: Need, site: string, session: Session) => {
    asked.add(askKey(need, site, session)).add(askKey(need, '', session))
  }
  for (const { need: id, site, session: index } of arrivals) {
    const need = needById.get(id)
    const arrival = horizon.sessions[index]
    if (need === undefined || arrival === undefined) continue
    const later = horizon.sessions.filter((s) =>
      need.withinDays === 0 ? s.day === arrival.day && s.index >= index : s.day >= arrival.day,
    )
    for (const session of later) ask(need, site, session)
  }
  for (const { need: id, site } of waiting) {
    const need = needById.get(id)
    if (need !== undefined) for (const session of horizon.sessions) ask(need, site, session)
  }
  for (const need of draft.problem.needs.filter((n) => n.followUp)) {
    for (const session of horizon.sessions.slice(1)) for (const site of sites) ask(need, site.id, session)
  }
  return asked
}

function askKey(need: Need, site: string, session: Session): string {
  return `${need.id}|${site}|${session.index}`
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}
