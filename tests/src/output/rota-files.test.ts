/** Calendar files, session templates and pages for print, each read back by something that is not ours where there is one. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../../src/intake/csv-rows.ts'
import { htmlRota } from '../../../src/output/html/html-rota.ts'
import { icsRota } from '../../../src/output/ics/ics-rota.ts'
import type { RotaFormat } from '../../../src/output/output-format.ts'
import { templatesRota } from '../../../src/output/templates/templates-rota.ts'
import type { Problem } from '../../../src/problem.ts'
import type { AssignmentReport } from '../../../src/report.ts'
import { smallDocument } from '../../small-document.ts'
import { problemOf } from '../../solved-week.ts'
import { sampleReport, sampleWeek } from './sample-report.ts'

const textOf = async (format: RotaFormat, ...given: Parameters<RotaFormat['write']>) =>
  String(await format.write(...given))

interface Event {
  readonly uid: string
  readonly summary: string
  readonly starts: string
  readonly ends: string
  readonly sequence: number
}

function eventsIn(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone !== null) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate, endDate, sequence } = new ICAL.Event(component)
    const instant = (time: ICAL.Time) => time.toJSDate().toISOString().replace('.000', '')
    return { uid, summary, starts: instant(startDate), ends: instant(endDate), sequence }
  })
}

/** Somebody works every session of two weeks around a change of the clock, at night too. */
function aroundChange(from: string): { readonly problem: Problem; readonly assignments: readonly AssignmentReport[] } {
  const { parts = [] } = smallDocument()
  const night = { id: 'night', starts: '00:30', ends: '04:30', days: ['sun' as const] }
  const problem = problemOf(
    smallDocument({
      week: { from, weeks: 2 },
      parts: [...parts, night],
      demand: [],
      backlog: [],
      people: smallDocument().people.map(({ away: _, ...person }) => person),
    }),
  )
  const at = { person: 'g1', site: 'alder', work: 'clinic' as const }
  return { problem, assignments: problem.horizon.sessions.map(({ date, part }) => ({ ...at, date, part })) }
}

describe('a calendar file', () => {
  it.each([
    ['March', '2027-03-22'],
    ['October', '2027-10-25'],
  ])('has each session at its own hour, also where the clocks change in %s', async (_, from) => {
    const { problem, assignments } = aroundChange(from)
    const events = eventsIn(await textOf(icsRota, sampleReport({ assignments }), problem))
    expect(events.map(({ starts, ends }) => [starts, ends])).toEqual(
      problem.horizon.sessions.map(({ starts, ends }) => [starts, ends]),
    )
  })

  it('keeps the name of a session from version to version, and counts up', async () => {
    const at = { at: '2026-11-27T16:05:00.000Z', isPublished: true }
    const [first, second] = await Promise.all(
      [1, 2].map((version) =>
        textOf(icsRota, sampleReport(), sampleWeek(), { width: 80, colour: false, edition: { version, ...at } }),
      ),
    )
    const [before, after] = [eventsIn(first ?? ''), eventsIn(second ?? '')]
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length)
    expect([before[0]?.sequence, after[0]?.sequence]).toEqual([1, 2])
    expect(before[0]?.summary).toBe('gp-1: Duty doctor')
  })

  it('tells two duties of one person at one time apart', async () => {
    const twice = sampleReport().assignments.slice(0, 1)
    const events = eventsIn(await textOf(icsRota, sampleReport({ assignments: [...twice, ...twice] }), sampleWeek()))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
  })
})

describe('session templates', () => {
  it('have every appointment of the report, each with its category, length and mode', async () => {
    const report = sampleReport()
    const [names = [], ...rows] = csvRows(await textOf(templatesRota, report, sampleWeek()))
    const column = (name: string) => rows.map((row) => row[names.indexOf(name)] ?? '')
    const total = report.appointments.reduce((sum, { contacts }) => sum + contacts, 0)
    expect(total).toBeGreaterThan(0)
    expect(column('appointments').reduce((sum, cell) => sum + Number(cell), 0)).toBe(total)
    expect(new Set(column('mode'))).toEqual(new Set(['Face-to-Face', 'Telephone or video']))
    for (const [n, minutes] of column('minutes').entries())
      expect(Number(minutes)).toBe(Number(column('minutes each')[n]) * Number(column('appointments')[n]))
  })

  it('have a slot for each debrief of somebody in training', async () => {
    const problem = problemOf(smallDocument())
    const place = { date: '2026-11-30', part: 'am', site: 'alder' }
    const text = await textOf(
      templatesRota,
      sampleReport({
        assignments: [{ person: 'g1', ...place, work: 'clinic' }],
        appointments: [],
        debriefs: [
          { person: 'r1', supervisor: 'g1', ...place, minutes: 30 },
          { person: 'f1', supervisor: 'g1', ...place, minutes: 5 },
        ],
      }),
      problem,
    )
    expect(
      csvRows(text)
        .slice(1)
        .map((row) => row.slice(10)),
    ).toEqual([['Debrief of Registrar 1', '', '', '30', '', '30']])
  })
})

describe('a page for print', () => {
  it('has a sheet for each site, with people, sessions, cover and duty doctors', async () => {
    const text = await textOf(htmlRota, sampleReport(), sampleWeek())
    expect(text.match(/<section>/g)).toHaveLength(sampleWeek().sites.length)
    expect(text).toContain('<h2>Alder Road, week from Monday 30 November 2026')
    expect(text).toContain('<th scope="row">gp-1</th><td class="duty">D</td>')
    expect(text).toContain('<h3>Duty doctors</h3>')
  })

  it('shows what somebody typed as text, and runs nothing', async () => {
    const week = sampleWeek()
    const people = week.people.map((person) => ({ ...person, name: `<img src=x onerror="alert('1')">&` }))
    const problem = { ...week, people, personById: new Map(people.map((person) => [person.id, person])) }
    const text = await textOf(htmlRota, sampleReport(), problem)
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;')
    expect(text).not.toMatch(/<img|<script/)
  })

  it('says which rota it is', async () => {
    const edition = { version: 3, at: '2026-11-27T16:05:00.000Z' }
    const page = { width: 80, colour: false }
    const published = await textOf(htmlRota, sampleReport(), sampleWeek(), {
      ...page,
      edition: { ...edition, isPublished: true },
    })
    expect(published).toContain('Published 2026-11-27 16:05 UTC, version 3.')
    const draft = await textOf(htmlRota, sampleReport(), sampleWeek(), {
      ...page,
      edition: { ...edition, isPublished: false },
    })
    expect(draft).toContain('DRAFT, not published: version 3')
  })
})
