/** The people of a generated week, with their pattern, leave and wishes for it, and the pins that follow from their patterns. */
import { addDays, type Day } from '../../time.ts'
import type { NetworkRecord, RecordPerson, RecordWish } from '../record-document.ts'
import type { PartDocument, PersonDocument, RotaDocument, SiteDocument } from '../rota-document.ts'
import { homeOf } from './defaults.ts'
import { awayIn, fixedIn, isAwayOn, patternOf, sessionsIn, worksOf } from './pattern.ts'

export interface Week {
  readonly record: NetworkRecord
  readonly monday: Day
  readonly letter: string | null
  readonly parts: readonly PartDocument[]
  readonly sites: readonly SiteDocument[]
  readonly closed: NonNullable<RotaDocument['closed']>
}

export function personOfWeek(person: RecordPerson, week: Week): PersonDocument {
  const { record, monday, letter, sites } = week
  const works = worksOf(patternOf(person, letter))
  const away = awayIn(person, record.leave ?? [], monday)
  const wishes = (record.wishes ?? []).filter((wish) => wish.person === person.id && isOf(wish, monday)).map(wishRow)
  const { sites: own, skills, contract } = person
  const sessions = sessionsIn(person, letter, record)
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    home: homeOf(person, sites),
    ...(own === undefined ? {} : { sites: [...own] }),
    contract: {
      ...contract,
      sessions,
      ...(contract.protected === undefined ? {} : { protected: Math.min(contract.protected, sessions) }),
    },
    ...(skills === undefined ? {} : { skills: [...skills] }),
    ...(works === undefined ? {} : { works }),
    ...(away.length === 0 ? {} : { away }),
    ...(wishes.length === 0 ? {} : { wishes }),
  }
}

function isOf({ date }: RecordWish, monday: Day): boolean {
  return !date || (monday <= date && date <= addDays(monday, 6))
}

function wishRow({ id: _, person: __, ...wish }: RecordWish): NonNullable<PersonDocument['wishes']>[number] {
  return { ...wish }
}

/** The person's fixed work as pins, except where they are away or the place is closed. */
export function pinsOfWeek(person: RecordPerson, week: Week): NonNullable<RotaDocument['pins']> {
  const { record, monday, letter, parts, sites } = week
  const away = awayIn(person, record.leave ?? [], monday)
  return fixedIn(patternOf(person, letter), monday, parts).flatMap(({ date, part, work }) => {
    const site = work.site ?? homeOf(person, sites)
    if (isAwayOn(away, { date, part }) || isClosed({ site, date, part }, week)) return []
    return [{ person: person.id, date, part, site, work: work.work }]
  })
}

interface Place {
  readonly site: string
  readonly date: Day
  readonly part: string
}

function isClosed({ site, date, part }: Place, { closed }: Week): boolean {
  return closed.some(
    (one) => one.date === date && (one.sites?.includes(site) ?? true) && (one.parts?.includes(part) ?? true),
  )
}
