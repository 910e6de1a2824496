/** What can be wrong with what belongs to one week: demand, decisions already taken, earlier rotas, history, closures. */

export type Steps = readonly (string | number)[]

/**
 * What is wrong, where it is put, what is put there (nowhere: whole fields of the document), where the complaint points
 * (default: there), and what it suggests.
 */
export type Case = readonly [name: string, steps: Steps, value: unknown, pointer?: string, maybe?: string]

export const PIN = { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }
const EARLIER = { ...PIN, date: '2026-11-27' }
export const HISTORY = { person: 'g1', sessions: 96 }

export const WRONG_WEEKS: readonly Case[] = [
  ['a plan that nobody knows', ['plan'], 'p90', '/plan', 'p80'],
  ['demand at a site that nobody knows', ['demand', 0, 'site'], 'aldder', '/demand/0/site', 'alder'],
  ['demand for a need that nobody knows', ['demand', 0, 'need'], 'mks', '/demand/0/need', 'msk'],
  ['demand on a day outside the week', ['demand', 0, 'date'], '2026-12-07'],
  ['demand on a day that does not exist', ['demand', 0, 'date'], '2026-11-31'],
  ['demand in a part that is not held', ['demand', 0, 'date'], '2026-12-05', '/demand/0/part'],
  ['demand in a part that nobody knows', ['demand', 0, 'part'], 'night'],
  ['fewer than no contacts', ['demand', 0, 'contacts'], -3],
  ['contacts without end', ['demand', 0, 'contacts'], Number.POSITIVE_INFINITY],
  ['contacts that are no number', ['demand', 0, 'contacts'], Number.NaN],
  ['no contacts given', ['demand', 0, 'contacts'], null],
  ['a waiting list of a need that nobody knows', ['backlog', 0, 'need'], 'rotine', '/backlog/0/need', 'routine'],
  ['days waited before they began', ['backlog', 0, 'waitedDays'], -1],
  ['a pin in a session that does not exist', ['pins', 0, 'date'], '2026-12-05', '/pins/0/part'],
  ['a pin to a kind of work that nobody knows', ['pins', 0, 'work'], 'clinics', '/pins/0/work', 'clinic'],
  ['a pin to work nowhere', ['pins', 0, 'site'], undefined],
  ['a published rota at a site that nobody knows', ['published'], [{ ...PIN, site: 'zzz' }], '/published/0/site'],
  ['a published rota of being off', ['published'], [{ ...PIN, work: 'off' }], '/published/0/work'],
  ['history of fewer than no Mondays', ['history', 0, 'mondays'], -1],
  ['protected time owed that is less than none', ['history', 0, 'protectedOwed'], -0.5],
  ['a published session of the week before', ['published'], [{ ...PIN, date: '2026-11-27' }], '/published/0/date'],
  ['a session before that is in the rota', ['before'], [PIN], '/before/0/date'],
  ['a session before that is too long ago', ['before'], [{ ...PIN, date: '2026-11-15' }], '/before/0/date'],
  ['a session before on no day', ['before'], [{ ...PIN, date: '2026-11-31' }], '/before/0/date'],
  ['a session before in no part of the day', ['before'], [{ ...EARLIER, part: 'a' }], '/before/0/part', 'am'],
  ['a session before of no kind of work', ['before'], [{ ...EARLIER, work: 'off' }], '/before/0/work'],
  ['a closed day that does not exist', ['closed', 0], { date: '2026-13-01', why: 'x' }, '/closed/0/date'],
  [
    'a closed site that nobody knows',
    ['closed', 0],
    { date: '2026-12-01', why: 'Training', sites: ['aldr'] },
    '/closed/0/sites/0',
    'alder',
  ],
]
