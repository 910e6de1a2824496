/** Weeks made impossible by pins alone. */
import { smallDocument } from '../../small-document.ts'
import { FRI, type ImpossibleWeek, MON, pin, THU, TUE, WED, withoutPin, withPeople } from './impossible-week.ts'

function pinAgainstLeave(): ImpossibleWeek {
  const document = smallDocument({ pins: [pin('g1', TUE, 'am', 'alder'), pin('n1', WED, 'am', 'alder')] })
  return {
    name: 'a pin against leave',
    document,
    sentences: [
      'Nurse 1 is pinned to a clinic at Alder Road on Wednesday morning.',
      'Nurse 1 is away on Wednesday morning.',
    ],
    rules: ['pinned', 'availability'],
    undone: [withoutPin(document, 1), withPeople(document, { n1: { away: [] } })],
  }
}

function pinOnADayOff(): ImpossibleWeek {
  const document = smallDocument({ pins: [pin('f1', TUE, 'am', 'alder')] })
  return {
    name: 'a pin outside the sessions that somebody works',
    document,
    sentences: [
      'Physio 1 is pinned to a clinic at Alder Road on Tuesday morning.',
      'Physio 1 does not usually work on Tuesday morning.',
    ],
    rules: ['pinned', 'availability'],
    undone: [withoutPin(document, 0), withPeople(document, { f1: { works: ['tue-am', 'mon-am', 'wed-am'] } })],
  }
}

function twoPins(): ImpossibleWeek {
  const document = smallDocument({ pins: [pin('g3', MON, 'am', 'alder'), pin('g3', MON, 'am', 'birch', 'duty')] })
  return {
    name: 'two pins at one time',
    document,
    sentences: [
      'GP 3 is pinned to a clinic at Alder Road on Monday morning.',
      'GP 3 is pinned to duty at Birch Lane on Monday morning.',
      'Nobody is in two places, or does two kinds of work, at one time.',
    ],
    rules: ['pinned', 'one-place'],
    undone: [withoutPin(document, 0), withoutPin(document, 1)],
  }
}

function pinnedAndKeptFree(): ImpossibleWeek {
  const document = smallDocument({
    pins: [{ person: 'g2', date: FRI, part: 'pm', work: 'off' }, pin('g2', FRI, 'pm', 'birch', 'duty')],
  })
  return {
    name: 'a pin to work against a pin to be kept free',
    document,
    sentences: [
      'GP 2 is to be kept free on Friday afternoon.',
      'GP 2 is pinned to duty at Birch Lane on Friday afternoon.',
    ],
    rules: ['pinned'],
    undone: [withoutPin(document, 0), withoutPin(document, 1)],
  }
}

function pinAtAClosedSite(): ImpossibleWeek {
  const closed = [{ date: THU, why: 'learning afternoon', sites: ['birch'], parts: ['pm'] }]
  const document = smallDocument({ closed, pins: [pin('g2', THU, 'pm', 'birch')] })
  return {
    name: 'a pin at a closed site',
    document,
    sentences: [
      'GP 2 is pinned to a clinic at Birch Lane on Thursday afternoon.',
      'Birch Lane is closed on Thursday afternoon (learning afternoon).',
    ],
    rules: ['pinned', 'open-sites'],
    undone: [withoutPin(document, 0), { ...document, closed: [] }],
  }
}

function pinElsewhere(): ImpossibleWeek {
  const document = smallDocument({ pins: [pin('g2', MON, 'pm', 'alder')] })
  return {
    name: 'a pin to a site that the person does not work at',
    document,
    sentences: ['GP 2 is pinned to a clinic at Alder Road on Monday afternoon.', 'GP 2 does not work at Alder Road.'],
    rules: ['pinned', 'qualified'],
    undone: [withoutPin(document, 0), withPeople(document, { g2: { sites: ['alder', 'birch'] } })],
  }
}

function pinOfUnqualifiedWork(): ImpossibleWeek {
  const document = smallDocument({ pins: [pin('n1', MON, 'am', 'alder', 'duty')] })
  const roles = document.roles.map((role) => (role.id === 'nurse' ? { ...role, duty: true } : role))
  return {
    name: 'a pin to work that the role may not do',
    document,
    sentences: [
      'Nurse 1 is pinned to duty at Alder Road on Monday morning.',
      'Nurse 1 may not hold the duty: that is not for the role of practice nurse.',
    ],
    rules: ['pinned', 'qualified'],
    undone: [withoutPin(document, 0), { ...document, roles }],
  }
}

function morePinsThanRooms(): ImpossibleWeek {
  const pins = [pin('g2', MON, 'am', 'birch', 'duty'), pin('g3', MON, 'am', 'birch', 'duty')]
  const document = smallDocument({ pins })
  const roomsAtBirch = (rooms: number) =>
    document.sites.map((site) => (site.id === 'birch' ? { ...site, rooms } : site))
  const tight = { ...document, sites: roomsAtBirch(1) }
  return {
    name: 'more pins than rooms',
    document: tight,
    sentences: [
      'GP 2 is pinned to duty at Birch Lane on Monday morning.',
      'GP 3 is pinned to duty at Birch Lane on Monday morning.',
      'Birch Lane has 1 room.',
    ],
    rules: ['pinned', 'rooms'],
    undone: [withoutPin(tight, 0), withoutPin(tight, 1), { ...tight, sites: roomsAtBirch(2) }],
  }
}

function pinsBeyondTheContract(): ImpossibleWeek {
  const days = [MON, TUE, WED, THU]
  const pins = days.map((date) => pin('p1', date, 'am', 'birch'))
  const document = withPeople(smallDocument({ pins: [pin('g1', MON, 'am', 'alder'), ...pins] }), {
    p1: { contract: { sessions: 3 } },
  })
  return {
    name: 'pins beyond the contract',
    document,
    sentences: [
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map(
        (day) => `Paramedic 1 is pinned to a clinic at Birch Lane on ${day} morning.`,
      ),
      'Paramedic 1 can be asked for 3 sessions in the week, and no more.',
    ],
    rules: ['pinned', 'contracted-sessions'],
    undone: [
      ...[1, 2, 3, 4].map((nth) => withoutPin(document, nth)),
      withPeople(document, { p1: { contract: { sessions: 3, flex: 1 } } }),
    ],
  }
}

function pinsTooFarApart(): ImpossibleWeek {
  const document = smallDocument({
    parts: [
      { id: 'am', starts: '08:30', ends: '12:40', days: ['mon'] },
      { id: 'pm', starts: '13:00', ends: '17:10', days: ['mon'] },
    ],
    sites: smallDocument().sites.map((site) => ({
      ...site,
      travel: { [site.id === 'birch' ? 'alder' : 'birch']: 35 },
    })),
    demand: [],
    people: smallDocument().people.map((person) => ({ ...person, works: ['mon-am', 'mon-pm'], wishes: [] })),
    pins: [pin('g3', MON, 'am', 'alder'), pin('g3', MON, 'pm', 'birch')],
  })
  return {
    name: 'two pins with less time between them than the way takes',
    document,
    sentences: [
      'GP 3 is pinned to a clinic at Alder Road on Monday morning.',
      'GP 3 is pinned to a clinic at Birch Lane on Monday afternoon.',
      'It takes 35 minutes from Alder Road to Birch Lane, and there are 20 between Monday morning and Monday afternoon.',
    ],
    rules: ['pinned', 'time-to-travel'],
    undone: [
      withoutPin(document, 0),
      withoutPin(document, 1),
      { ...document, rules: { 'time-to-travel': { level: 'wellbeing' } } },
    ],
  }
}

export const CLASHING_PINS: readonly ImpossibleWeek[] = [
  pinAgainstLeave(),
  pinOnADayOff(),
  twoPins(),
  pinnedAndKeptFree(),
  pinAtAClosedSite(),
  pinElsewhere(),
  pinOfUnqualifiedWork(),
  morePinsThanRooms(),
  pinsBeyondTheContract(),
  pinsTooFarApart(),
]
