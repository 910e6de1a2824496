/** Where the minutes go of those who could meet a need: booked, and if not, why not. */
import type { Need } from '../../src/needs.ts'
import { isMetBy } from '../../src/needs.ts'
import type { PatientWork } from '../../src/rota.ts'
import type { Cadre, Role } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { listed } from '../crowd.ts'
import { arrivedIn } from '../ledger.ts'
import { loadOf, safeContacts } from '../safe-contacts.ts'
import { timeShare } from '../service.ts'
import { count, figureWords } from '../words.ts'
import { Memory, type Scene } from './scene.ts'

/** Which minutes are meant: those of these cadres at these sites in these sessions that could go to the need. */
export interface Minutes {
  readonly need: Need
  /** Practice whose patients have the need. */
  readonly patientsOf: string
  readonly sites: readonly string[]
  readonly sessions: readonly number[]
  readonly cadres: ReadonlySet<string>
}

/** Less than this share of all minutes is a gap too short for anybody. */
const FULL = 0.03

type Reason = 'safe' | 'supervision' | 'early' | 'left'

/** `with every minute booked, 62 % of it for "Routine"`. */
export function fullness(scene: Scene, asked: Minutes): string {
  const { all, spent, loose } = BOOKINGS.of(scene, keyOf(asked), () => bookingsOf(scene, asked))
  const left = new Map<Reason, number>()
  for (const { post, over } of loose) {
    for (const [reason, minutes] of whyLeft(scene, asked, { post, over }))
      left.set(reason, (left.get(reason) ?? 0) + minutes)
  }
  const mostly = mainly(scene, asked.need, spent)
  const unused = [...left].filter(([, minutes]) => minutes > (FULL / 2) * all)
  const total = [...left.values()].reduce((sum, n) => sum + n, 0)
  if (unused.length === 0 || total <= FULL * all) return `with every minute booked${mostly}`
  const words = unused
    .sort((a, b) => b[1] - a[1])
    .map(([reason, minutes]) => `${figureWords(Math.round(minutes))} ${REASONS[reason]}`)
  const booked = figureWords(Math.round(all - total))
  return `where ${booked} of ${count(Math.round(all), 'minute')} are booked${mostly}${mostly === '' ? ' and ' : ', and '}${listed(words)}`
}

/** What the minutes of some posts are booked for. */
interface Bookings {
  readonly all: number
  /** By need. */
  readonly spent: ReadonlyMap<string, number>
  /** Where minutes are left over. */
  readonly loose: readonly { readonly post: Post; readonly over: number }[]
}

/** The same whoever's patients have the need. */
const BOOKINGS = new Memory<Bookings>()

function keyOf({ need, sites, sessions, cadres }: Minutes): string {
  return [need.id, sites.join(' '), sessions.join(' '), [...cadres].join(' ')].join('|')
}

function bookingsOf(scene: Scene, asked: Minutes): Bookings {
  const spent = new Map<string, number>()
  const loose: { post: Post; over: number }[] = []
  let all = 0
  for (const post of postsOf(scene, asked)) {
    all += post.minutes
    let booked = 0
    for (const c of scene.clinicsAt(post.site, post.session.index)) {
      if (c.cadre !== post.cadre.id || c.work !== post.work) continue
      const minutes = (post.cadre.meets.get(c.need)?.minutes ?? 0) * c.contacts
      booked += minutes
      spent.set(c.need, (spent.get(c.need) ?? 0) + minutes)
    }
    if (post.minutes > booked) loose.push({ post, over: post.minutes - booked })
  }
  return { all, spent, loose }
}

const REASONS: Readonly<Record<Reason, string>> = {
  safe: 'would be beyond the safe number of contacts',
  supervision: 'are kept for supervision',
  early: 'come before the need arises',
  left: 'are left over',
}

function mainly(scene: Scene, need: Need, spent: ReadonlyMap<string, number>): string {
  const booked = [...spent.values()].reduce((sum, n) => sum + n, 0)
  const [other] = [...spent].filter(([id]) => id !== need.id).sort((a, b) => b[1] - a[1])
  if (other === undefined || other[1] < 0.1 * booked) return ''
  return `, ${Math.round((100 * other[1]) / booked)} % of them for "${scene.problem.needById.get(other[0])?.title ?? ''}"`
}

/** People of one cadre who do one kind of work at one site in one session. */
interface Post {
  readonly cadre: Cadre
  readonly role: Role
  readonly work: PatientWork
  readonly site: string
  readonly session: Session
  readonly people: number
  readonly minutes: number
}

function postsOf(scene: Scene, { need, sites, sessions, cadres }: Minutes): Post[] {
  const { problem } = scene
  return sessions.flatMap((index) =>
    sites.flatMap((site) =>
      (['clinic', 'duty', 'visits'] as const).flatMap((work) => {
        if (!isMetBy(need, work)) return []
        const there = scene.there(site, index).filter((a) => a.work === work)
        return [...cadres].flatMap((id): Post[] => {
          const people = there.filter((a) => problem.personById.get(a.person)?.cadre === id).length
          const cadre = problem.cadreById.get(id)
          const role = problem.roleById.get(cadre?.role ?? '')
          const session = problem.horizon.sessions[index]
          if (people === 0 || cadre === undefined || role === undefined || session === undefined) return []
          return [
            {
              cadre,
              role,
              work,
              site,
              session,
              people,
              minutes: people * timeShare(role, session, work) * role.patientMinutes,
            },
          ]
        })
      }),
    ),
  )
}

function whyLeft(
  scene: Scene,
  { need, patientsOf }: Minutes,
  { post, over }: { post: Post; over: number },
): [Reason, number][] {
  if (over <= 1e-6) return []
  const { role, site, session, people, cadre, work } = post
  const contacts = scene.clinicsAt(site, session.index).filter((c) => c.cadre === cadre.id && c.work === work)
  const safe = safeContacts(role, scene.problem)
  if (safe !== null) {
    const most = (people * safe.contacts * Math.min(1, session.minutes / role.sessionMinutes)) / 2
    const load = (c: { need: string }) => loadOf(cadre.meets.get(c.need)?.minutes ?? safe.minutes, safe)
    if (contacts.reduce((sum, c) => sum + c.contacts * load(c), 0) >= most - 0.05) return [['safe', over]]
  }
  const kept = Math.min(over, supervisionMinutes(scene, post))
  const rest: Reason = need.withinDays === 0 && !isWaiting(scene, { need, patientsOf, session }) ? 'early' : 'left'
  return [
    ...(kept > 0 ? [['supervision', kept] as [Reason, number]] : []),
    ...(over > kept ? [[rest, over - kept] as [Reason, number]] : []),
  ]
}

/** Minutes that people under the post's supervision at its site ask for. */
function supervisionMinutes(scene: Scene, { role, site, session }: Post): number {
  const { problem } = scene
  return scene.there(site, session.index).reduce((sum, a) => {
    const own = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
    return own?.supervision?.by.includes(role.id) === true ? sum + own.supervision.minutes : sum
  }, 0)
}

/** Does anybody who asked that day still wait when the session ends? */
function isWaiting(
  scene: Scene,
  { need, patientsOf, session }: { need: Need; patientsOf: string; session: Session },
): boolean {
  const { problem } = scene
  const soFar = problem.horizon.sessions
    .filter((s) => s.day === session.day && s.index <= session.index)
    .map((s) => s.index)
  const arrived = soFar.reduce((sum, s) => sum + arrivedIn(problem, need.id, patientsOf, s), 0)
  const met = scene
    .clinicsFor(need.id, patientsOf)
    .filter((c) => soFar.includes(c.session))
    .reduce((sum, c) => sum + c.contacts, 0)
  return arrived - met > 0.05
}
