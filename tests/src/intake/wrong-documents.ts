/** Documents that are wrong in one way each: the small document, changed, and where the complaint must point. */
import { smallDocument } from '../../small-document.ts'
import { WRONG_RULES } from './wrong-rules.ts'
import { type Case, HISTORY, PIN, type Steps, WRONG_WEEKS } from './wrong-weeks.ts'

export interface WrongDocument {
  readonly name: string
  readonly pointer: string
  readonly maybe?: string
  /** A fresh wrong document; plain data, so that it can be sent as JSON unless it says `inMemory`. */
  readonly document: unknown
  /** Holds a value that JSON has not: NaN, Infinity. */
  readonly inMemory?: true
}

/** The small document with one value put in, or taken out where `value` is left undefined. */
function withValue(steps: Steps, value: unknown): unknown {
  const root: unknown = smallDocument({ rules: {}, pins: [{ ...PIN }], history: [{ ...HISTORY }] })
  let here = root
  for (const step of steps.slice(0, -1)) here = inside(here, step)
  const last = steps.at(-1)
  if (typeof here !== 'object' || here === null || last === undefined) throw new Error(`no way to ${steps.join('/')}`)
  if (value === undefined) Reflect.deleteProperty(here, last)
  // Defined rather than assigned, so that even `__proto__` is a field like any other, as JSON.parse makes it.
  else Object.defineProperty(here, last, { value, enumerable: true, configurable: true, writable: true })
  return root
}

function inside(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === String(step))?.[1]
    : undefined
}

const CASES: readonly Case[] = [
  ['a field that nobody knows', ['colour'], 'blue'],
  ['a misspelt field', ['sitez'], [], '/sitez', 'sites'],
  ['a misspelt field of a person', ['people', 0, 'hme'], 'alder', '/people/0/hme', 'home'],
  ['a misspelt field of a contract', ['people', 2, 'contract', 'session'], 8, '/people/2/contract/session', 'sessions'],
  [
    'a misspelt field of supervision',
    ['roles', 1, 'supervision', 'minute'],
    8,
    '/roles/1/supervision/minute',
    'minutes',
  ],
  [
    'a misspelt field of what a role meets',
    ['roles', 0, 'meets', 'urgent', 'return'],
    0.1,
    '/roles/0/meets/urgent/return',
    'returns',
  ],
  ['a field called __proto__', ['__proto__'], {}],
  ['a person with a field called __proto__', ['people', 0, '__proto__'], {}],
  ['a person with a field called constructor', ['people', 0, 'constructor'], {}],
  ['a way to a site called __proto__', ['sites', 0, 'travel', '__proto__'], 5],
  ['a need called __proto__ that a role meets', ['roles', 0, 'meets', '__proto__'], { minutes: 5 }],
  ['a rule called __proto__', ['rules', '__proto__'], false],
  ['a rule called constructor', ['rules', 'constructor'], false],
  ['a site called toString', ['sites', 0, 'id'], 'toString'],
  ['another format', ['format'], 'rota/2', '/format', 'rota/1'],
  ['no format', ['format'], undefined],
  ['no people', ['people'], undefined],
  ['people that are no list', ['people'], { id: 'g1' }],
  ['a person that is no object', ['people', 0], 'g1'],
  ['no sites', ['sites'], []],
  ['no parts of the day', ['parts'], []],
  ['a network without a name', ['network', 'name'], '  '],
  ['a network that is missing', ['network'], undefined],
  ['a time zone that does not exist', ['network', 'timezone'], 'Europe/Londinium'],
  ['a week that begins on a Tuesday', ['week', 'from'], '2026-12-01', '/week/from', '2026-11-30'],
  ['a week from a day that does not exist', ['week', 'from'], '2026-02-30'],
  ['a week in another way of writing', ['week', 'from'], '30/11/2026'],
  ['no weeks at all', ['week', 'weeks'], 0],
  ['fourteen weeks', ['week', 'weeks'], 14],
  ['a week and a half', ['week', 'weeks'], 1.5],
  ['a part that ends before it starts', ['parts', 0, 'ends'], '08:00'],
  ['a part that starts at 25:00', ['parts', 0, 'starts'], '25:00'],
  ['a part that starts at half past eight', ['parts', 0, 'starts'], '8:30'],
  ['parts that overlap', ['parts', 1, 'starts'], '12:00', '/parts/1'],
  [
    'a part in the hour that the clock skips',
    [],
    { week: { from: '2027-03-22' }, demand: [], parts: [{ id: 'am', starts: '01:00', ends: '02:00', days: ['sun'] }] },
    '/parts/0',
  ],
  ['a part on a day that is no weekday', ['parts', 0, 'days', 1], 'tues', '/parts/0/days/1', 'tue'],
  ['a part with one weekday twice', ['parts', 0, 'days', 1], 'mon', '/parts/0/days'],
  ['two parts with one id', ['parts', 1, 'id'], 'am'],
  ['two sites with one id', ['sites', 1, 'id'], 'alder'],
  ['two needs with one id', ['needs', 1, 'id'], 'urgent'],
  ['two roles with one id', ['roles', 1, 'id'], 'gp'],
  ['two people with one id', ['people', 1, 'id'], 'g1'],
  ['two histories of one person', ['history', 1], HISTORY, '/history/1/person'],
  ['an id with a space', ['people', 0, 'id'], 'g 1'],
  ['an id with a plus', ['roles', 0, 'id'], 'gp+'],
  ['an empty id', ['sites', 0, 'id'], ''],
  ['fewer than no patients', ['sites', 0, 'patients'], -1],
  ['half a room', ['sites', 0, 'rooms'], 2.5],
  ['a way to a site that nobody knows', ['sites', 0, 'travel', 'brich'], 5, '/sites/0/travel/brich', 'birch'],
  ['a way from a site to itself', ['sites', 0, 'travel', 'alder'], 5],
  ['a way of fewer than no minutes', ['sites', 0, 'travel', 'birch'], -5],
  ['a need within a fortnight', ['needs', 1, 'within'], 'a fortnight'],
  ['a need with a share above one', ['needs', 0, 'remote'], 1.4],
  ['a need with a weight in words', ['needs', 0, 'weight'], '10'],
  [
    'two needs that take what comes back',
    [],
    { needs: smallDocument().needs.map((need) => ({ ...need, followUp: true })) },
    '/needs/1/followUp',
  ],
  [
    'a role that meets a need that nobody knows',
    ['roles', 0, 'meets', 'urgnet'],
    { minutes: 5 },
    '/roles/0/meets/urgnet',
    'urgent',
  ],
  ['a contact of no minutes', ['roles', 0, 'meets', 'urgent', 'minutes'], 0],
  ['more contacts that come back than there were', ['roles', 0, 'meets', 'urgent', 'returns'], 2],
  [
    'a supervisor of a role that nobody knows',
    ['roles', 1, 'supervision', 'by', 0],
    'gpp',
    '/roles/1/supervision/by/0',
    'gp',
  ],
  ['supervision on the moon', ['roles', 1, 'supervision', 'where'], 'moon'],
  [
    'more minutes with patients than minutes',
    ['roles', 0],
    { id: 'gp', title: 'GP', sessionMinutes: 200, patientMinutes: 201 },
    '/roles/0/patientMinutes',
  ],
  ['a person of a role that nobody knows', ['people', 0, 'role'], 'pg', '/people/0/role', 'gp'],
  ['a person at home nowhere', ['people', 0, 'home'], 'elder', '/people/0/home', 'alder'],
  ['a person at a site that nobody knows', ['people', 2, 'sites', 1], 'birhc', '/people/2/sites/1', 'birch'],
  ['a person at one site twice', ['people', 2, 'sites', 1], 'alder'],
  ['a contract of fewer than no sessions', ['people', 0, 'contract', 'sessions'], -1],
  ['a contract that protects more than it has', ['people', 0, 'contract', 'protected'], 9],
  ['a contract in words', ['people', 0, 'contract', 'sessions'], 'eight'],
  ['leave that ends before it begins', ['people', 4, 'away', 0, 'to'], '2026-12-01'],
  ['leave on a day that does not exist', ['people', 4, 'away', 0, 'from'], '2026-11-31'],
  ['leave for a part that nobody knows', ['people', 4, 'away', 0, 'parts'], ['noon'], '/people/4/away/0/parts/0'],
  ['a reason for leave', ['people', 4, 'away', 0, 'reason'], 'sick'],
  ['a usual session that nobody knows', ['people', 5, 'works', 0], 'mno-am', '/people/5/works/0', 'mon-am'],
  ['a usual session that is not held', ['people', 5, 'works', 0], 'sat-am'],
  ['a usual session twice', ['people', 5, 'works', 1], 'mon-am'],
  ['a wish for a session that is not held', ['people', 6, 'wishes', 0, 'part'], 'sun-pm'],
  [
    'a wish for a date outside the week',
    ['people', 6, 'wishes', 0],
    { part: 'pm', date: '2026-12-25', want: 'off' },
    '/people/6/wishes/0/date',
  ],
  [
    'a wish for a Friday that is a Monday',
    ['people', 6, 'wishes', 0],
    { part: 'fri-pm', date: '2026-11-30', want: 'off' },
    '/people/6/wishes/0/part',
  ],
  ['a wish neither on nor off', ['people', 6, 'wishes', 0, 'want'], 'of', '/people/6/wishes/0/want', 'off'],
  ['a routine need in the measure of urgent ones', ['needs', 1, 'official'], true],
  ['a line break in a name', ['people', 0, 'name'], 'GP\n1'],
  ['an escape sequence in the title of a need', ['needs', 0, 'title'], 'Urgent\u001b[31m'],
  ['no seconds to solve in', ['solve', 'seconds'], 0],
  ['a gap above one', ['solve', 'gap'], 1.5],
  ['a seed that is no whole number', ['solve', 'seed'], 0.5],
  ['an engine that nobody knows', ['solve', 'engine'], 'hihgs', '/solve/engine', 'highs'],
  ['a note of a thousand words', ['note'], 'word '.repeat(1000)],
  ['121 sites', ['sites'], many(121)],
  ['2,001 people', ['people'], many(2001)],
  ['a million rows of demand', ['demand'], many(1_000_000)],
  ['a person with a million days of leave', ['people', 0, 'away'], many(1_000_000), '/people/0'],
]

function many(n: number): unknown[] {
  return new Array(n).fill(null)
}

export function wrongDocuments(): WrongDocument[] {
  return [...CASES, ...WRONG_WEEKS, ...WRONG_RULES].map(([name, steps, value, pointer, maybe]) => ({
    name,
    pointer: pointer ?? `/${steps.join('/')}`,
    ...(maybe === undefined ? {} : { maybe }),
    ...(typeof value === 'number' && !Number.isFinite(value) ? { inMemory: true as const } : {}),
    document: steps.length === 0 ? Object.assign(smallDocument(), value) : withValue(steps, value),
  }))
}
