/** Causes that were false once, after complaints of people who plan rotas: closures, rooms, roles and supervisors. */
import { describe, expect, it } from 'vitest'
import {
  ANN,
  causesOf,
  DAYS,
  FRI,
  GP,
  judged,
  MON,
  need,
  onMonday,
  PHYSIO,
  person,
  planned,
  practice,
  REGISTRAR,
} from './one-practice.ts'

describe('a closure is named', () => {
  it('where need arises on a day on which the practice is closed', async () => {
    const demand = [need('urgent', MON, 'am', 10)]
    const { findings, service } = await planned(
      practice([ANN], { demand, closed: [{ date: MON, why: 'Training day' }] }),
    )
    expect(causesOf(findings, 'seen-same-day')).toEqual(['Alder Road is closed on Monday (Training day).'])
    expect(service.unmet.map(({ cause }) => cause)).toEqual(['Alder Road is closed on Monday (Training day).'])
  })

  it('of all sites, where need is shared', () => {
    const sites = practice([]).sites
    const birch = { id: 'birch', name: 'Birch Lane', patients: 2000, rooms: 2 }
    const document = practice([ANN], {
      sites: [...sites, birch],
      needs: [{ id: 'urgent', title: 'Urgent', within: 'same-day', weight: 10, shared: true }],
      roles: [{ ...GP, meets: { urgent: { minutes: 12 } } }],
      demand: [need('urgent', FRI, 'am', 4, 'birch')],
      closed: [{ date: FRI, why: 'Christmas Day' }],
    })
    expect(causesOf(judged(document, []), 'seen-same-day')).toEqual(['All sites are closed on Friday (Christmas Day).'])
  })

  it('of one part of a day, where that is all that the need has', () => {
    const parts = practice([]).parts.map((part) => (part.id === 'pm' ? { ...part, days: DAYS.slice(1) } : part))
    const document = practice([ANN], {
      parts,
      demand: [need('urgent', MON, 'am', 4)],
      closed: [{ date: MON, why: 'Flood', parts: ['am'] }],
    })
    expect(causesOf(judged(document, []), 'seen-same-day')).toEqual(['Alder Road is closed on Monday (Flood).'])
  })
})

describe('a lack of rooms is named, and who has them', () => {
  const sites = [{ id: 'alder', name: 'Alder Road', patients: 3000, rooms: 1 }]
  const two = [person('ann', 'Ann', onMonday), person('bob', 'Bob', onMonday)]

  const demand = [need('urgent', MON, 'am', 20), need('urgent', MON, 'pm', 20)]

  it('where two GPs share one room', async () => {
    const { findings, assignments } = await planned(practice(two, { sites, demand }))
    const [cause] = causesOf(findings, 'seen-same-day')
    const [morning, afternoon] = assignments.map(({ person }) => (person === 'ann' ? ['Ann', 'Bob'] : ['Bob', 'Ann']))
    const isOne = morning?.[0] === afternoon?.[0]
    const lacking = (pair: readonly string[] | undefined, when: string) =>
      `${pair?.[1]} has no room${when} (there is one room, and ${pair?.[0]} has it)`
    if (isOne) expect(cause).toContain(lacking(morning, ''))
    else {
      expect(cause).toContain(lacking(morning, ' on Monday morning'))
      expect(cause).toContain(lacking(afternoon, ' on Monday afternoon'))
    }
    expect(cause).not.toContain('other work')
  })

  it.each([
    [
      'one of them all day',
      ['ann mon-am alder clinic', 'ann mon-pm alder clinic'],
      ['Bob has no room (there is one room, and Ann has it)'],
    ],
    [
      'each for half of it',
      ['bob mon-am alder clinic', 'ann mon-pm alder clinic'],
      [
        'Ann has no room on Monday morning (there is one room, and Bob has it)',
        'Bob has no room on Monday afternoon (there is one room, and Ann has it)',
      ],
    ],
  ])('where it has %s', (_, rota, said) => {
    const clinics = ['am', 'pm'].map((part) => `mon-${part} alder gp clinic 12 urgent of alder`)
    const [cause] = causesOf(judged(practice(two, { sites, demand }), rota, clinics), 'seen-same-day')
    for (const words of said) expect(cause).toContain(words)
  })

  it('where somebody has nothing to do but paperwork for want of one', () => {
    const mornings = ['ann', 'bob'].map((id) => person(id, id === 'ann' ? 'Ann' : 'Bob', { works: ['mon-am'] }))
    const document = practice(mornings, { sites, demand: [need('urgent', MON, 'am', 30)] })
    const rota = ['bob mon-am alder clinic', 'ann mon-am alder admin']
    const [cause] = causesOf(judged(document, rota, ['mon-am alder gp clinic 12 urgent of alder']), 'seen-same-day')
    expect(cause).toContain('Ann has no room on Monday morning (there is one room, and Bob has it)')
  })

  it('where a site needs more people than it has rooms', () => {
    const rooms = [{ id: 'alder', name: 'Alder Road', patients: 3000, rooms: 2 }]
    const document = practice([...two, person('cat', 'Cat', onMonday)], {
      sites: rooms,
      rules: { 'duty-doctor': false, 'minimum-cover': { cover: [{ people: 3, parts: ['am'] }] } },
    })
    const found = judged(document, ['ann mon-am alder clinic', 'bob mon-am alder clinic'])
    expect(found.find((f) => f.rule === 'minimum-cover' && f.date === MON)?.cause).toBe(
      'Cat has no room (Ann and Bob have both rooms); nobody else sees patients at Alder Road.',
    )
  })

  it('but not of a clinic that could be held by telephone', () => {
    const document = practice(two, {
      sites,
      needs: [
        { id: 'urgent', title: 'Urgent', within: 'same-day', weight: 10, remote: 1 },
        { id: 'routine', title: 'Routine', within: '3d', weight: 3 },
      ],
      demand: [need('urgent', MON, 'am', 30)],
    })
    const [cause] = causesOf(
      judged(document, ['bob mon-am alder clinic'], ['mon-am alder gp clinic 12 urgent of alder']),
      'seen-same-day',
    )
    expect(cause).toContain('Ann could still be asked on Monday morning, by telephone or video')
  })
})

describe('a role that nobody holds is named', () => {
  it('where it is to see patients', () => {
    const rules = {
      'duty-doctor': false as const,
      'minimum-cover': { cover: [{ role: 'physio', people: 1, parts: ['am'] }] },
    }
    expect(causesOf(judged(practice([ANN], { rules }), []), 'minimum-cover')).toEqual([
      'Nobody in the network is a physio.',
    ])
  })

  it('where it alone meets a need', () => {
    const roles = [{ ...GP, meets: { urgent: { minutes: 12 } } }, PHYSIO, REGISTRAR]
    const document = practice([ANN], { roles, demand: [need('routine', MON, 'am', 3)] })
    expect(causesOf(judged(document, []), 'seen-in-time')).toEqual([
      'Nobody in the network is a physio or a registrar.',
    ])
  })

  it('where it is to supervise', () => {
    const registrar = person('reg', 'Reg', { role: 'registrar' })
    expect(causesOf(judged(practice([registrar]), ['reg mon-am alder clinic']), 'supervision')).toEqual([
      'Reg is to be looked after. Nobody in the network is a GP.',
    ])
  })

  it('and so is a skill that nobody has who could use it', () => {
    const needs = [{ id: 'coil', title: 'Coil fitting', within: '3d', weight: 2, skill: 'coils' }]
    const roles = [
      { ...GP, meets: { coil: { minutes: 30 } } },
      { ...PHYSIO, meets: {} },
    ]
    const physio = person('pia', 'Pia', { role: 'physio', skills: ['coils'] })
    const document = practice([ANN, physio], { needs, roles, demand: [need('coil', MON, 'am', 3)] })
    expect(causesOf(judged(document, []), 'seen-in-time')).toEqual([
      'Nobody in a role that meets this need has the skill "coils", which it asks for.',
    ])
  })
})

describe('a lack of supervisors is named', () => {
  const registrar = person('reg', 'Reg', { role: 'registrar', ...onMonday })
  const bob = person('bob', 'Bob', { ...onMonday, away: [{ from: MON, to: MON }] })

  it('where the only one is away, and another works elsewhere', async () => {
    const birch = { id: 'birch', name: 'Birch Lane', patients: 2000, rooms: 3 }
    const ann = person('ann', 'Ann', { ...onMonday, home: 'birch' })
    const document = practice([ann, bob, registrar], {
      sites: [...practice([]).sites, birch],
      demand: [need('routine', MON, 'am', 8)],
    })
    const { findings } = await planned(document)
    expect(causesOf(findings, 'seen-in-time')).toContain(
      'Nobody who meets this need sees patients at Alder Road up to Thursday; Bob is away or does not usually work then and Reg has nobody there to supervise them.',
    )
  })

  it('where there is one with too many already', () => {
    const others = ['r1', 'r2'].map((id) => person(id, `Registrar ${id}`, { role: 'registrar', ...onMonday }))
    const document = practice([ANN, registrar, ...others], {
      rules: { 'duty-doctor': false, 'minimum-cover': { cover: [{ role: 'registrar', people: 3, parts: ['am'] }] } },
    })
    const found = judged(document, ['ann mon-am alder clinic', 'r1 mon-am alder clinic', 'r2 mon-am alder clinic'])
    expect(found.find((f) => f.rule === 'minimum-cover' && f.date === MON)?.cause).toBe(
      'Reg has no supervisor with time for them; nobody else sees patients at Alder Road in the role of registrar.',
    )
  })

  it('on an evening on which somebody might have been asked', () => {
    const evening = {
      id: 'evening',
      starts: '18:30',
      ends: '20:00',
      days: ['tue' as const],
      enhancedAccess: true,
      counts: 0.5,
    }
    const pharmacist = { ...REGISTRAR, id: 'pharmacist', title: 'Pharmacist' }
    const document = practice([person('ann', 'Ann', onMonday), person('p1', 'Pharmacist 1', { role: 'pharmacist' })], {
      parts: [...practice([]).parts, evening],
      roles: [GP, pharmacist],
    })
    expect(causesOf(judged(document, []), 'enhanced-access').at(-1)).toBe(
      '1 person can work an evening or a Saturday: 0 do and Pharmacist 1 has nobody there to supervise them.',
    )
  })
})
