import { describe, expect, it } from 'vitest'
import { reportInWords } from '../../../src/output/text/report-in-words.ts'
import { LEVELS, sampleReport, sampleWeek } from './sample-report.ts'

const PAPER = { width: 120, colour: false }
const inWords = (change = {}, paper = PAPER) => reportInWords(sampleReport(change), sampleWeek(), paper)

describe('a report on a terminal', () => {
  it('reads like this', async () => {
    await expect(inWords()).toMatchFileSnapshot('goldens/report-120.txt')
  })

  it('fits the paper, and splits the week between days where it is narrow', () => {
    for (const width of [120, 80, 60]) {
      const longest = Math.max(
        ...inWords({}, { width, colour: false })
          .split('\n')
          .map((line) => line.length),
      )
      expect(longest, `at ${width}`).toBeLessThanOrEqual(width)
    }
    const week = (width: number) =>
      inWords({}, { width, colour: false }).split(/^(?:The week|Urgent need dealt .*day)$/m)[1]
    const heads = (width: number) => week(width)?.match(/Fri 4 Dec/g)?.length
    expect(inWords({}, { width: 60, colour: false })).toMatch(/^ +Mon 30 Nov +Tue 1 Dec Wed 2 Dec$/m)
    expect(heads(60)).toBe(heads(120))
  })

  it('lists remarks on the document, and says at the top how many there are', () => {
    const remarks = [
      { pointer: '/closed', detail: 'Friday is a bank holiday.', maybe: 'close it' },
      { pointer: '/pins', detail: 'The field "pins" is given twice.' },
    ]
    const words = inWords({ remarks })
    expect(words).toMatch(/^2 things in what was entered are probably not meant: see below\.$/m)
    expect(words).toContain(
      [
        '',
        'Accepted, but probably not meant:',
        '- Friday is a bank holiday.',
        '    suggestion: close it',
        '- The field "pins" is given twice.',
        '',
        'Duty doctors',
      ].join('\n'),
    )
    expect(inWords({ remarks: Array.from({ length: 12 }, () => ({ pointer: '', detail: 'X.' })) })).toContain(
      'and 2 more',
    )
  })

  it('says the same with and without colour', () => {
    const coloured = inWords({}, { width: 120, colour: true })
    expect(coloured).not.toBe(inWords())
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins every colour
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(inWords())
  })

  it('does not round up to a target that is missed', () => {
    const service = sampleReport().service
    const urgent = { due: 1000, inTime: 899, share: 0.899 }
    expect(inWords({ service: { ...service, urgent } })).toContain(
      'Urgent need dealt with on the same day: 89% (target 90%).',
    )
  })

  it('warns of a disputed rota', () => {
    const audit = { agrees: false, rules: [{ rule: 'rooms', model: 0, rota: 2 }] }
    expect(inWords({ disputed: true, audit })).toMatch(/DISPUTED.*\(rooms\)/)
  })
})

describe('how good a rota is', () => {
  it.each([
    ['optimal', 'No rota is better: proven for each of its aims in their order.'],
    [
      'within-gap',
      'at most 0.7% from the best possible in each of its aims: urgent need, then routine need within target.',
    ],
    ['out-of-time', 'Time ran out: the rota is at most 0.7% from the best possible (widest on urgent need).'],
    [
      'stopped',
      'Stopped: this is the best rota until then, at most 0.7% from the best possible (widest on urgent need).',
    ],
  ] as const)('is put into words: %s', (status, words) => {
    expect(inWords({ status }).replace(/\s+/g, ' ')).toContain(words)
  })

  it('is not given as a figure where nothing was proven', () => {
    const cost = { level: 'cost' as const, value: 900, bound: 0, gap: 1, seconds: 1, unit: 'pounds', floor: 1 }
    const paper = { ...PAPER, all: true }
    const words = inWords({ status: 'out-of-time', levels: [...LEVELS, cost] }, paper).replace(/\s+/g, ' ')
    expect(words).toContain('(widest on urgent need), and nothing is proven of its cost.')
    expect(words).toContain('- Cost: £900, nothing proven yet')
  })

  it('is never rounded down', () => {
    const levels = LEVELS.map((level) => ({ ...level, gap: 0.00701 }))
    expect(inWords({ levels })).toContain('at most 0.8% from the best possible')
  })
})

describe('a week without a rota', () => {
  it('that is impossible names the clash and what would help, and shows no empty rota', () => {
    const clash = {
      sentences: [
        'Nobody works while they are away: GP 1 is away on Monday morning.',
        'GP 1 is pinned to a clinic on Monday morning.',
      ],
      rules: ['availability', 'pinned'],
      repairs: [{ sentence: 'Take the pin away.', verified: true }],
      others: [{ sentences: ['GP 2 is pinned to two places on Friday morning.'], rules: ['one-place', 'pinned'] }],
    }
    const words = inWords({ status: 'impossible', clash })
    expect(words.match(/No rota is possible/g)).toHaveLength(1)
    expect(words).toContain('- GP 1 is pinned to a clinic on Monday morning.')
    expect(words).toContain('Nor can these:\n- GP 2 is pinned to two places on Friday morning.')
    expect(words).toContain('- Take the pin away. (tried: then there is a rota)')
    expect(words).not.toContain('Urgent need dealt with')
  })

  it('that ran out of time says that there may yet be one', () => {
    const words = inWords({ status: 'no-rota' })
    expect(words).toContain('Time ran out before any rota was found.')
    expect(words).not.toContain('No rota is possible')
  })
})
