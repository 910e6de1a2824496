/** Weeks made impossible by rules that the network has raised to allow no exception. */
import type { RotaDocument } from '../../../src/intake/rota-document.ts'
import { smallDocument } from '../../small-document.ts'
import {
  FRI,
  type ImpossibleWeek,
  MON,
  NO_EXCEPTION,
  pin,
  THU,
  TUE,
  WED,
  withoutPin,
  withPeople,
} from './impossible-week.ts'

function dutyWhereNobodyMay(): ImpossibleWeek {
  const base = smallDocument({ rules: { 'duty-doctor': { level: 'never' } } })
  const cedar = { id: 'cedar', name: 'Cedar House', patients: 1500, rooms: 2 }
  const closed = [MON, TUE, THU, FRI].map((date) => ({ date, why: 'moving house', sites: ['cedar'] }))
  const document = {
    ...base,
    sites: [...base.sites, cedar],
    closed: [...closed, { date: WED, why: 'moving house', sites: ['cedar'], parts: ['pm'] }],
  }
  return {
    name: 'a duty doctor without exception at a site where nobody may work',
    document,
    sentences: [
      `Cedar House must have a duty doctor on Wednesday morning. ${NO_EXCEPTION}`,
      'Nobody may be on duty at Cedar House.',
    ],
    rules: ['duty-doctor'],
    undone: [
      { ...document, rules: {} },
      withPeople(document, { g1: { sites: ['alder', 'cedar'] } }),
      { ...document, rules: { 'duty-doctor': { level: 'never', groups: [['birch', 'cedar']] } } },
    ],
  }
}

function coverWhenAllAreAway(): ImpossibleWeek {
  const away = [{ from: TUE, to: TUE, parts: ['am'] }]
  const everybody = { g2: { away }, g3: { away }, p1: { away } }
  const base = smallDocument({
    rules: { 'minimum-cover': { level: 'never', cover: [{ people: 1, sites: ['birch'] }] } },
  })
  const document = withPeople(base, everybody)
  return {
    name: 'minimum cover without exception when all are away',
    document,
    sentences: [
      `Birch Lane must have 1 person who sees patients on Tuesday morning. ${NO_EXCEPTION}`,
      'Only 2 GPs, 1 first contact physiotherapist and 1 paramedic may see patients at Birch Lane.',
      'GP 2, GP 3 and Paramedic 1 are away on Tuesday morning.',
      'Physio 1 does not usually work on Tuesday morning.',
    ],
    rules: ['minimum-cover', 'availability'],
    undone: [
      { ...document, rules: {} },
      ...(['g2', 'g3', 'p1'] as const).map((id) => withPeople(document, { [id]: { away: [] } })),
      withPeople(document, { f1: { works: ['mon-am', 'mon-pm', 'wed-am', 'tue-am'] } }),
    ],
  }
}

function oneDoctorForTwoDuties(): ImpossibleWeek {
  const away = [{ from: MON, to: MON, parts: ['pm'] }]
  const base = smallDocument({ rules: { 'duty-doctor': { level: 'never' } } })
  const document = withPeople(base, { g1: { away }, g2: { away } })
  return {
    name: 'two duties without exception and one doctor for both',
    document,
    sentences: [
      `Alder Road must have a duty doctor on Monday afternoon. ${NO_EXCEPTION}`,
      `Birch Lane must have a duty doctor on Monday afternoon. ${NO_EXCEPTION}`,
      'Only GP 1 and GP 3 may be on duty at Alder Road.',
      'Only GP 2 and GP 3 may be on duty at Birch Lane.',
      'GP 1 and GP 2 are away on Monday afternoon.',
      'Nobody is in two places, or does two kinds of work, at one time.',
    ],
    rules: ['duty-doctor', 'availability', 'one-place'],
    undone: [
      { ...document, rules: {} },
      { ...document, rules: { 'duty-doctor': { level: 'never', groups: [['alder', 'birch']] } } },
      withPeople(base, { g1: { away } }),
      withPeople(base, { g2: { away } }),
    ],
  }
}

function urgentNeedWithTooFew(): ImpossibleWeek {
  const away = [{ from: WED, to: WED }]
  const base = smallDocument({ rules: { 'seen-same-day': { level: 'never' } } })
  const document: RotaDocument = {
    ...withPeople(base, { g1: { away }, g2: { away }, p1: { away }, r1: { away } }),
    demand: [
      { site: 'birch', need: 'urgent', date: WED, part: 'am', contacts: 35 },
      { site: 'alder', need: 'urgent', date: MON, part: 'am', contacts: 4 },
    ],
    backlog: [],
  }
  return {
    name: 'urgent need without exception and too few to meet it',
    document,
    sentences: [
      `All 35 contacts of "Urgent, same day" of Birch Lane must be met on Wednesday. ${NO_EXCEPTION}`,
      'Only GP 2, GP 3 and Paramedic 1 may meet "Urgent, same day" of Birch Lane.',
      'GP 2 and Paramedic 1 are away on Wednesday morning and Wednesday afternoon.',
      'Nobody is in two places, or does two kinds of work, at one time.',
      'A clinic holds no more contacts than its people have minutes for.',
    ],
    rules: ['seen-same-day', 'availability', 'one-place', 'clinic-time'],
    undone: [{ ...document, rules: {} }, withPeople(document, { g2: { away: [] } })],
  }
}

function registrarWithoutSupervisor(): ImpossibleWeek {
  const away = [{ from: THU, to: THU, parts: ['am'] }]
  const base = smallDocument({ rules: { supervision: { level: 'never' } }, pins: [pin('r1', THU, 'am', 'alder')] })
  const document = withPeople(base, { g1: { away }, g3: { away } })
  return {
    name: 'a pinned registrar whose supervisors are away',
    document,
    sentences: [
      'Registrar 1 is pinned to a clinic at Alder Road on Thursday morning.',
      `Who needs supervision has a supervisor near, with time for it. That goes for Alder Road on Thursday morning too. ${NO_EXCEPTION}`,
      'GP 1 and GP 3 are away on Thursday morning.',
    ],
    rules: ['pinned', 'supervision', 'availability'],
    undone: [
      withoutPin(document, 0),
      { ...document, rules: {} },
      withPeople(document, { g1: { away: [] } }),
      withPeople(document, { g3: { away: [] } }),
    ],
  }
}

function learningTimePinnedAway(): ImpossibleWeek {
  const pins = [MON, TUE].flatMap((date) => [pin('g1', date, 'am', 'alder'), pin('g1', date, 'pm', 'alder')])
  const base = smallDocument({ pins, rules: { 'protected-time': { level: 'never' } } })
  const document = withPeople(base, { g1: { contract: { sessions: 4, protected: 1 } } })
  return {
    name: 'learning time without exception and a contract full of pins',
    document,
    sentences: [
      ...['Monday morning', 'Monday afternoon', 'Tuesday morning', 'Tuesday afternoon'].map(
        (when) => `GP 1 is pinned to a clinic at Alder Road on ${when}.`,
      ),
      `GP 1 must have 1 session of protected learning time in the week. ${NO_EXCEPTION}`,
      'GP 1 can be asked for 4 sessions in the week, and no more.',
    ],
    rules: ['pinned', 'protected-time', 'contracted-sessions'],
    undone: [...[0, 1, 2, 3].map((nth) => withoutPin(document, nth)), { ...document, rules: {} }],
  }
}

export const CLASHING_DEMANDS: readonly ImpossibleWeek[] = [
  dutyWhereNobodyMay(),
  coverWhenAllAreAway(),
  oneDoctorForTwoDuties(),
  urgentNeedWithTooFew(),
  registrarWithoutSupervisor(),
  learningTimePinnedAway(),
]
