/** Cross-checks of data that stays the same from week to week: sites, needs, roles and people. */

import { weekdayName } from '../../time.ts'
import type { NeedDocument, PersonDocument, RoleDocument, SiteDocument } from '../rota-document.ts'
import { slotOf, slotWords } from '../slots.ts'
import { type At, type Check, checkId, checkIds, checkMoment, checkRepeated, checkTwice } from './check.ts'
import type { Row } from './reading.ts'
import type { Sections } from './sections.ts'

export function checkTeam({ lists }: Sections, check: Check): void {
  const { parts, sites, needs, roles, people, closed } = lists
  for (const [list, rows] of Object.entries({ parts, sites, needs, roles, people })) {
    checkRepeated<{ id: string }>(rows, { list, name: 'id', of: (row) => row.id }, check)
  }
  for (const { index, value } of closed) {
    checkIds(value.sites, 'sites', ['closed', index, 'sites'], check)
    checkIds(value.parts, 'parts', ['closed', index, 'parts'], check)
  }
  for (const row of sites) checkSite(row, check)
  checkFollowUps(needs, check)
  checkOfficial(needs, check)
  for (const row of roles) checkRole(row, check)
  for (const row of people) checkPerson(row, check)
}

function checkSite({ index, value: site }: Row<SiteDocument>, check: Check): void {
  for (const other of Object.keys(site.travel ?? {})) {
    const at = ['sites', index, 'travel', other]
    if (other === site.id) check.complaints.add(at, 'A site needs no travel time to itself.', { seen: other })
    else checkId(other, 'sites', at, check)
  }
}

function checkFollowUps(needs: readonly Row<NeedDocument>[], check: Check): void {
  const marked = needs.filter((row) => row.value.followUp)
  for (const { index } of marked.slice(1)) {
    check.complaints.add(
      ['needs', index, 'followUp'],
      `Only one need can take returning contacts; "${marked[0]?.value.id}" already does.`,
    )
  }
}

function checkOfficial(needs: readonly Row<NeedDocument>[], check: Check): void {
  for (const { index, value } of needs) {
    if (!value.official || value.within === undefined || value.within === 'same-day') continue
    const detail = 'The official measure counts urgent need: only a need within "same-day" can be in it.'
    check.complaints.add(['needs', index, 'official'], detail, { seen: true })
  }
}

function checkRole({ index, value: role }: Row<RoleDocument>, check: Check): void {
  const at = ['roles', index]
  for (const need of Object.keys(role.meets ?? {})) checkId(need, 'needs', [...at, 'meets', need], check)
  checkIds(role.supervision?.by, 'roles', [...at, 'supervision', 'by'], check)
  if (
    role.patientMinutes !== undefined &&
    role.sessionMinutes !== undefined &&
    role.patientMinutes > role.sessionMinutes
  ) {
    const detail = `A session of ${role.sessionMinutes} minutes cannot have more patient-facing minutes.`
    check.complaints.add([...at, 'patientMinutes'], detail, { seen: role.patientMinutes })
  }
}

function checkPerson({ index, value: person }: Row<PersonDocument>, check: Check): void {
  const at = ['people', index]
  checkId(person.role, 'roles', [...at, 'role'], check)
  checkId(person.home, 'sites', [...at, 'home'], check)
  checkIds(person.sites, 'sites', [...at, 'sites'], check)
  checkTwice(person.skills ?? [], [...at, 'skills'], check)
  const { sessions = 0, protected: kept = 0 } = person.contract ?? {}
  if (kept > sessions) {
    check.complaints.add(
      [...at, 'contract', 'protected'],
      `Protected sessions cannot exceed the contract’s ${sessions}.`,
      { seen: kept },
    )
  }
  for (const [leave, { from, to, parts }] of (person.away ?? []).entries()) {
    if (to < from)
      check.complaints.add([...at, 'away', leave, 'to'], `"to" must not be before "from", ${from}.`, { seen: to })
    checkIds(parts, 'parts', [...at, 'away', leave, 'parts'], check)
  }
  for (const [n, word] of (person.works ?? []).entries()) checkSlot(word, [...at, 'works', n], check)
  checkTwice(person.works ?? [], [...at, 'works'], check)
  for (const [n, wish] of (person.wishes ?? []).entries()) checkWish(wish, [...at, 'wishes', n], check)
}

/** Checks a slot such as `mon-am`, unless some parts couldn't be read. */
export function checkSlot(word: string, at: At, check: Check): void {
  if (!check.calendar.horizon || slotOf(word, check.calendar.parts)) return
  const detail = 'This must be a weekday and one of its parts, such as "mon-am".'
  check.complaints.add(at, detail, { seen: word, among: slotWords(check.calendar.parts) })
}

function checkWish(wish: { part: string; date?: string | null }, at: At, check: Check): void {
  if (!wish.date) {
    checkSlot(wish.part, [...at, 'part'], check)
    return
  }
  const slot = check.ids.parts?.has(wish.part) ? null : slotOf(wish.part, check.calendar.parts)
  const session = check.calendar.horizon?.sessions.find((one) => one.date === wish.date)
  if (slot && session && session.weekday !== slot.weekday) {
    check.complaints.add([...at, 'part'], `${wish.date} is a ${weekdayName(session.weekday)}.`, { seen: wish.part })
  } else checkMoment({ date: wish.date, part: slot?.part ?? wish.part }, at, check)
}
