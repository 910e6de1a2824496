/** Every command once from end to end, on weeks that take no time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { exitCodeOf } from '../../cli/plan-week.ts'
import { run } from '../../cli/run.ts'
import { RULES, ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Judgement, Report } from '../../src/report.ts'
import { shortWeek } from '../short-week.ts'
import { smallDocument } from '../small-document.ts'
import { sampleReport } from '../src/output/sample-report.ts'
import { fakeWorld } from './fake-world.ts'

let folder = ''
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-commands-'))
  await writeFile(file('week.json'), JSON.stringify(smallDocument()))
  await writeFile(file('short.json'), JSON.stringify(shortWeek()))
})
afterAll(() => rm(folder, { recursive: true }))

async function type(words: readonly string[], input = '') {
  const world = fakeWorld(input)
  const code = await run(words, { commands: COMMANDS, version: '0' }, world)
  return { code, ...world.seen }
}

describe('solve', () => {
  it('prints a report that its own judge agrees with', async () => {
    const solved = await type(['solve', file('short.json'), '--json', '-o', file('report.json')])
    expect(solved.code, solved.err).toBe(0)
    const report = parseJson(solved.out) as Report
    expect(report).toMatchObject({ format: 'report/1', disputed: false, audit: { agrees: true }, stamp: { seed: 1 } })
    expect(report.assignments.length).toBeGreaterThan(10)
    expect(await readFile(file('report.json'), 'utf8')).toBe(solved.out)

    const judged = await type(['judge', file('short.json'), file('report.json'), '--json'])
    expect(judged.code, judged.err).toBe(0)
    const judgement = parseJson(judged.out) as Judgement
    expect(judgement.agrees).toBe(true)
    expect(judgement.findings.map((finding) => finding.sentence)).toEqual(
      report.findings.map((finding) => finding.sentence),
    )
    expect(judgement.service).toEqual(report.service)
  })

  it('prints words for people, and only messages beside them', async () => {
    const { code, out, err } = await type(['solve', file('short.json'), '--seconds', '20', '--seed', '2'])
    expect(code, err).toBe(0)
    expect(out).toMatch(/^Alder and Birch \(U99999\), week from Monday 30 November 2026\n\n/)
    expect(out).toMatch(/^Urgent need dealt with on the same day: \d+% .*\(target 90%\)\.$/m)
    expect(out).toContain('Physio 1')
    expect(out).toContain('seed 2')
    expect(err).toBe('')
  })

  it('refuses a site that is not there before it solves anything', async () => {
    const { code, out, err } = await type(['solve', file('short.json'), '--site', 'Birch Lone'])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('--site: There is no site with this name. (got "Birch Lone"; try Birch Lane)')
  })

  it('reads standard input', async () => {
    expect((await type(['solve', '-', '--json'], JSON.stringify(shortWeek()))).code).toBe(0)
  })

  it('ends with 3 where a pin is against leave, and names both', async () => {
    const pins = [{ person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }]
    const { code, out } = await type(['solve', '-'], JSON.stringify(smallDocument({ pins })))
    expect(code).toBe(3)
    expect(out).toContain('No rota is possible')
    expect(out).toContain('Nurse 1')
  })

  it('ends with 2 and a place for every fault of a document, and prints nothing', async () => {
    const broken = {
      ...smallDocument({ pins: [{ person: 'n1', date: '2026-12-02', part: 'noon', work: 'off' }] }),
      pepole: [],
    }
    const { code, out, err } = await type(['solve', '-', '--json'], JSON.stringify(broken))
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/standard input \/pepole: .*try people/)
    expect(err).toMatch(/\/pins\/0\/part: /)
  })

  it('ends with 2 for settings that a document could not have', async () => {
    const { code, err } = await type(['solve', file('week.json'), '--engine', 'higs'])
    expect(code).toBe(2)
    expect(err).toMatch(/\/solve\/engine: .*try highs/)
  })

  it('ends with the code of its status', () => {
    const codes = (['optimal', 'within-gap', 'out-of-time', 'stopped', 'impossible', 'no-rota'] as const).map(
      (status) => exitCodeOf(sampleReport({ status })),
    )
    expect(codes).toEqual([0, 0, 0, 0, 3, 4])
  })
})

describe('print', () => {
  it('prints a kept report as solve did, in full, or one site’s page of it', async () => {
    const solved = await type(['solve', file('short.json'), '-o', file('kept.json')])
    const kept = [file('short.json'), file('kept.json')]
    expect((await type(['print', ...kept])).out).toBe(solved.out)
    const page = await type(['print', ...kept, '--site', 'birch'])
    expect(page.code, page.err).toBe(0)
    expect(page.out).toMatch(/^Birch Lane, week from Monday 30 November 2026\n/)
    expect(page.out).toMatch(/^Monday 30 November 2026, morning, 08:30 to 12:40\n.*\d+ × .* \(\d+ min/m)
    expect(page.out).not.toContain('Alder Road, ')
    const all = await type(['print', ...kept, '--all'])
    expect(all.out).toContain('Everything that was found')
    expect(all.out).toContain('Appointment book, Alder Road')
    expect(all.out).not.toContain('--all prints')
  })

  it('refuses what is no whole report, and one of another document', async () => {
    const { assignments } = parseJson(await readFile(file('kept.json'), 'utf8')) as Report
    const bare = await type(['print', file('short.json'), '-'], JSON.stringify({ assignments }))
    expect(bare.code).toBe(2)
    expect(bare.err).toContain('not a complete report')
    const elsewhere = { ...shortWeek(), network: { ods: 'U99990', name: 'Elsewhere' } }
    const other = await type(['print', '-', file('kept.json')], JSON.stringify(elsewhere))
    expect(other.code).toBe(2)
    expect(other.err).toContain('another network or week')
  })
})

describe('judge', () => {
  it('finds what is wrong with assignments that somebody typed', async () => {
    const assignments = [{ person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }]
    await writeFile(file('typed.json'), JSON.stringify(assignments))
    const { code, out } = await type(['judge', file('week.json'), file('typed.json'), '--json'])
    expect(code).toBe(0)
    const { findings } = parseJson(out) as Judgement
    expect(findings.filter((finding) => finding.rule === 'availability').map((finding) => finding.people)).toEqual([
      ['n1'],
    ])
  })

  it('says so where a report tells of its rota what is not so', async () => {
    const report = parseJson((await type(['solve', file('short.json'), '--json'])).out) as Report
    await writeFile(file('tampered.json'), JSON.stringify({ ...report, assignments: report.assignments.slice(5) }))
    expect(parseJson((await type(['judge', file('short.json'), file('tampered.json'), '--json'])).out)).toMatchObject({
      agrees: false,
    })
  })

  it('ends with 2 for people that the document does not know, and names the file', async () => {
    await writeFile(
      file('stranger.json'),
      '[{"person":"n7","date":"2026-12-02","part":"am","site":"alder","work":"clinic"}]',
    )
    const { code, err } = await type(['judge', file('week.json'), file('stranger.json')])
    expect(code).toBe(2)
    expect(err).toContain(`${file('stranger.json')} /0/person`)
  })
})

describe('network', () => {
  it('makes a document that says that its people are synthetic, for the week that follows', async () => {
    const { code, out } = await type(['network', 'u49929'])
    expect(code).toBe(0)
    const problem = readDocument(parseJson(out), ruleBook())
    expect(problem.note).toContain('synthetic')
    // The fake clock says Wednesday 25 November.
    expect(problem.horizon.from).toBe('2026-11-30')
  })

  it('writes the same document to a file, and says where it is', async () => {
    const words = ['network', 'U49929', '--week', '2026-11-30', '--seed', '5']
    const { out, err } = await type([...words, '-o', file('network.json')])
    expect(out).toBe('')
    expect(err).toContain(file('network.json'))
    expect(await readFile(file('network.json'), 'utf8')).toBe((await type(words)).out)
  })

  it('ends with 2 for a code that is in no register', async () => {
    const { code, out, err } = await type(['network', 'U99999'])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('There is no network with this code.')
  })
})

describe('rules', () => {
  it('lists every rule with its level and numbers', async () => {
    const { code, out } = await type(['rules', '--json'])
    expect(code).toBe(0)
    const rows = parseJson(out)
    expect(rows).toEqual(
      RULES.map(({ id, title, level }) => expect.objectContaining({ id, title, level, numbers: expect.anything() })),
    )
    expect((await type(['rules'])).out).toContain('duty-doctor: Every site has a duty doctor')
  })
})

describe('serve', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'rota-serve-'))
    folders.push(folder)
    return folder
  }
  const serving = async (...words: string[]) => {
    const world = fakeWorld()
    const ended = run(['serve', '--port', '0', ...words], { commands: COMMANDS, version: '0' }, world)
    await expect.poll(() => world.seen.out, { timeout: 50_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
    return { world, ended, url: new URL(world.seen.out.trim()) }
  }

  it('listens on this machine only, says what it answered, and ends when told to', async () => {
    const { world, ended, url } = await serving('--data', newFolder())
    expect((await fetch(`${url.origin}/healthz`)).status).toBe(200)
    await expect.poll(() => world.seen.err).toContain('"route":"/healthz","status":200')
    world.interrupt()
    expect(await ended).toBe(0)
  })

  it('ends with 2 where the port or the data folder is taken', async () => {
    const folder = newFolder()
    const { world, ended, url } = await serving('--data', folder)
    const port = await type(['serve', '--port', url.port, '--data', newFolder()])
    expect([port.code, port.err]).toEqual([2, expect.stringContaining(`Port ${url.port} is in use`)])
    const data = await type(['serve', '--port', '0', '--data', folder])
    expect([data.code, data.err]).toEqual([2, expect.stringContaining('in use by another process')])
    world.interrupt()
    await ended
  })

  it.each([
    [['serve', '--host', '0.0.0.0'], 'on this machine, not on 0.0.0.0'],
    [['serve', '--data', 'x', '--database', 'postgres://h/d'], 'either --data or --database'],
    [['serve', '--database', 'mysql://h/d'], 'postgres://USER@HOST/NAME'],
    [['serve', '--database', 'postgres://127.0.0.1:1/d'], 'The database cannot be used'],
    [['worker'], '--database URL'],
  ])('%j is refused before anything is done', async (words, why) => {
    const { code, err, out } = await type(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })
})

describe('record and week', () => {
  it('draw one week after the other from a record, each from what was published before', async () => {
    const record = 'fixtures/records/fern-lane.json'
    const drawn = await type(['week', record, '--from', '2026-12-02', '-o', file('first.json')])
    expect(drawn.code, drawn.err).toBe(0)
    expect(drawn.err).toContain('Fern Lane, week of 2026-11-30, 4 people')
    const solved = await type(['solve', file('first.json'), '--gap', '0.2', '--json', '-o', file('first-rota.json')])
    expect(solved.code, solved.err).toBe(0)
    const report = parseJson(solved.out) as Report

    const next = await type(['week', record, '--from', '2026-12-07', '--past', file('first-rota.json')])
    expect(next.code, next.err).toBe(0)
    const document = parseJson(next.out) as RotaDocument
    expect(document.people.map(({ id }) => id)).toEqual(['ann', 'bob', 'cat', 'dee', 'eve'])
    expect(document.before).toHaveLength(report.assignments.length)
    const waiting = (rows: readonly { readonly contacts: number }[] = []) =>
      rows.reduce((sum, { contacts }) => sum + contacts, 0)
    expect(waiting(document.backlog)).toBeCloseTo(waiting(report.waiting), 0)
  })

  it('takes several earlier rotas, and names the file that is none', async () => {
    await writeFile(file('none.json'), '{ "format": "report/1", "week": { "from": "2026-11-23" } }')
    const { code, err } = await type([
      'week',
      'fixtures/records/fern-lane.json',
      '--past',
      file('none.json'),
      file('week.json'),
    ])
    expect(code).toBe(2)
    expect(err).toContain(`${file('none.json')} /assignments: "assignments" is missing`)
  })

  it('make a record from a document and from open data', async () => {
    const made = await type(['record', file('week.json')])
    expect(made.code, made.err).toBe(0)
    expect(parseJson(made.out)).toMatchObject({ format: 'network/1', demand: { source: 'own' } })
    const proposed = await type(['record', 'U49929', '--week', '2026-11-30', '-o', file('record.json')])
    expect(proposed.code, proposed.err).toBe(0)
    const checked = await type(['week', file('record.json'), '--from', '2026-11-30'])
    expect(checked.code, checked.err).toBe(0)
    expect(parseJson(checked.out)).toMatchObject({ format: 'rota/1', synthetic: true })
  })
})
