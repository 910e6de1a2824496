/** The clinic plan as an appointment book: whole contacts by person and session. */
import { grouped } from '../../src/grouped.ts'
import type { Need } from '../../src/needs.ts'
import { placeIn } from '../../src/order.ts'
import type { Problem } from '../../src/problem.ts'
import type { Clinic, PatientWork, Rota } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'
import { type AppointmentReport, type DebriefReport, MODES, type Mode } from '../../src/week-book.ts'
import { timeShare } from '../facts/time-share.ts'
import { type Contact, deal, type Holder } from './deal.ts'
import { type Fraction, roundTable } from './round-table.ts'

/** People of one cadre in the same work, site and session, and the contacts planned for them together. */
interface Post {
  readonly cadre: string
  readonly work: PatientWork
  readonly holders: readonly Holder[]
  readonly planned: readonly { readonly need: Need; readonly minutes: number; readonly contacts: number }[]
}

/** By site and need: contacts lost by rounding so far, in total and remote; negative if rounding has added some. */
type Behind = Map<string, { all: number; remote: number }>

/**
 * The plan has fractional contacts by cadre, an appointment book whole ones by person. For each need, site and session the book has the
 * plan's contacts rounded down or up, and rounding differences are made up in later sessions. A person is booked for at most one contact
 * more than their minutes for patients, less those of debriefs, and never beyond the end of the session.
 */
export function appointmentsOf(problem: Problem, rota: Rota, debriefs: readonly DebriefReport[]): AppointmentReport[] {
  const behind: Behind = new Map()
  const busy = new Map(debriefs.map((d) => [`${d.supervisor} ${d.date} ${d.part}`, 0]))
  for (const d of debriefs) {
    const key = `${d.supervisor} ${d.date} ${d.part}`
    busy.set(key, (busy.get(key) ?? 0) + d.minutes)
  }
  return problem.horizon.sessions.flatMap((session) => {
    const clinics = rota.clinics.filter((c) => c.session === session.index)
    const sites = problem.sites.filter((site) => clinics.some((c) => c.site === site.id))
    const booked = sites.flatMap(({ id }) => {
      const here = clinics.filter((c) => c.site === id)
      const posts = postsOf(here, { problem, rota, session, busy })
      return bookSite(posts, { site: id, behind })
    })
    return asRows(problem, session, booked)
  })
}

interface Scene {
  readonly problem: Problem
  readonly rota: Rota
  readonly session: Session
  /** Minutes of debriefs by supervisor, date and part. */
  readonly busy: ReadonlyMap<string, number>
}

function postsOf(clinics: readonly Clinic[], { problem, rota, session, busy }: Scene): Post[] {
  return grouped(clinics, (c) => `${c.work} ${c.cadre}`).flatMap((group) => {
    const [first] = group
    const cadre = problem.cadreById.get(first?.cadre ?? '')
    const role = problem.roleById.get(cadre?.role ?? '')
    if (first === undefined || cadre === undefined || role === undefined) return []
    const { site, work } = first
    const there = rota.assignments.filter((a) => a.session === session.index && a.site === site && a.work === work)
    const holders = there
      .filter((a) => problem.personById.get(a.person)?.cadre === cadre.id)
      .map(({ person, remote }): Holder => {
        const taken = busy.get(`${person} ${session.date} ${session.part}`) ?? 0
        const minutes = role.patientMinutes * timeShare(role, session, work) - taken
        return { person, remote, minutes, most: Math.min(role.sessionMinutes, session.minutes) }
      })
    const planned = problem.needs.flatMap((need) => {
      const contacts = group.filter((c) => c.need === need.id).reduce((sum, c) => sum + c.contacts, 0)
      const minutes = cadre.meets.get(need.id)?.minutes
      return contacts > 0 && minutes !== undefined ? [{ need, minutes, contacts }] : []
    })
    return holders.length === 0 ? [] : [{ cadre: cadre.id, work, holders, planned }]
  })
}

type Booked = Contact & { readonly person: string }

/** All bookings at one site in one session. */
function bookSite(posts: readonly Post[], { site, behind }: { site: string; behind: Behind }): Booked[] {
  const needs = [...new Set(posts.flatMap((post) => post.planned.map(({ need }) => need)))]
  const owed = needs.map((need) => behindOf(behind, site, need))
  const wholes = wholeContacts(posts, needs, owed)
  return posts.flatMap((post, p) => {
    const isRemote = post.holders.every(({ remote }) => remote)
    const contacts = post.planned.flatMap(({ need, minutes }) => {
      const count = wholes.get(`${p} ${need.id}`) ?? 0
      // Without a room every contact is remote, whatever share of the need is seen face to face.
      const modes =
        isRemote && !need.visit ? Array<Mode>(count).fill('remote') : inModes(need, count, behindOf(behind, site, need))
      return modes.map((mode): Contact => ({ need: need.id, mode, minutes }))
    })
    const { dealt, left } = deal(contacts, post.holders)
    for (const { need } of left) {
      const row = behind.get(`${site} ${need}`)
      if (row) row.all += 1
    }
    return dealt
  })
}

function behindOf(behind: Behind, site: string, need: Need): { all: number; remote: number } {
  const key = `${site} ${need.id}`
  const known = behind.get(key) ?? { all: 0, remote: 0 }
  behind.set(key, known)
  return known
}

/**
 * Whole contacts by post and need. Lays each post's contacts end to end, longest first, and cuts them into stretches of one contact; the
 * rounded table has a row per need and a column per stretch. So no post gets more than one contact's time above its plan.
 */
function wholeContacts(posts: readonly Post[], needs: readonly Need[], owed: { all: number }[]): Map<string, number> {
  const wholes = new Map<string, number>()
  const add = (key: string, n: number) => wholes.set(key, (wholes.get(key) ?? 0) + n)
  const cells: (Fraction & { readonly key: string })[] = []
  let columns = 0
  for (const [p, post] of posts.entries()) {
    let end = 0
    for (const { need, contacts } of [...post.planned].sort((a, b) => b.minutes - a.minutes)) {
      const key = `${p} ${need.id}`
      const row = needs.indexOf(need)
      for (let from = end; from < end + contacts - 1e-9; ) {
        const to = Math.min(Math.floor(from + 1e-9) + 1, end + contacts)
        cells.push({ key, row, column: columns + Math.floor(from + 1e-9), value: to - from })
        from = to
      }
      end += contacts
    }
    columns += Math.ceil(end)
  }
  const rows = owed.map(({ all }) => all)
  for (const [k, value] of roundTable(cells, rows).entries()) add(cells[k]?.key ?? '', value)
  for (const [row, one] of owed.entries()) one.all = rows[row] ?? 0
  return wholes
}

/** The mode of each contact, so that over all sessions the remote share is as the need says. */
function inModes(need: Need, count: number, behind: { remote: number }): Mode[] {
  const due = behind.remote + need.remote * count
  const remote = Math.max(0, Math.min(count, Math.round(due)))
  behind.remote = due - remote
  const inPerson: Mode = need.visit ? 'home-visit' : 'face-to-face'
  return Array.from({ length: count }, (_, n) => (n < count - remote ? inPerson : 'remote'))
}

/** By person, then by need and mode. */
function asRows(problem: Problem, { date, part }: Session, booked: readonly Booked[]): AppointmentReport[] {
  const person = placeIn(problem.people)
  const need = placeIn(problem.needs)
  return grouped(booked, (b) => `${b.person} ${b.need} ${b.mode}`)
    .flatMap(([first, ...more]) => (first === undefined ? [] : [{ ...first, contacts: more.length + 1 }]))
    .sort(
      (a, b) =>
        person(a.person) - person(b.person) ||
        need(a.need) - need(b.need) ||
        MODES.indexOf(a.mode) - MODES.indexOf(b.mode),
    )
    .map(({ person, need, mode, minutes, contacts }) => ({ person, date, part, need, mode, minutes, contacts }))
}
