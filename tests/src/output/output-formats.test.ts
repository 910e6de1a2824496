/** Formats of reports: each a folder, and a line in the registry. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INPUT_FORMATS, inputFormatOf } from '../../../src/intake/input-formats.ts'
import {
  OUTPUT_FORMATS,
  outputFormat,
  outputFormatOf,
  REPORT_FORMATS,
  ROTA_FORMATS,
} from '../../../src/output/output-formats.ts'
import { reportInWords } from '../../../src/output/text/report-in-words.ts'
import { smallDocument } from '../../small-document.ts'
import { problemOf } from '../../solved-week.ts'
import { ROOT, sourceFiles } from '../../source-files.ts'
import { sampleReport } from './sample-report.ts'

const ALL = [...OUTPUT_FORMATS, ...INPUT_FORMATS].map((format) => [format.name, format] as const)

describe('formats', () => {
  it('of reports are the folders of src/output', () => {
    const folders = sourceFiles().flatMap(({ path }) => /^src\/output\/([^/]+)\//.exec(path)?.[1] ?? [])
    expect(OUTPUT_FORMATS.map(({ name }) => name).sort()).toEqual([...new Set(folders)].sort())
  })

  it('of documents have a folder each', () => {
    expect(INPUT_FORMATS.filter(({ name }) => !existsSync(`${ROOT}src/intake/${name}`))).toEqual([])
  })

  it.each(ALL)(
    '%s has a media type without parameters, and an ending with its dot',
    (_, { mediaType, ending, does }) => {
      expect(mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/)
      expect(ending).toMatch(/^(\.[a-z]+){1,2}$/)
      expect(does).toMatch(/^[a-zA-Z].*[a-z1]$/)
    },
  )

  it('differ in name and ending', () => {
    for (const field of ['name', 'ending'] as const)
      for (const formats of [OUTPUT_FORMATS, INPUT_FORMATS])
        expect(new Set(formats.map((format) => format[field])).size).toBe(formats.length)
  })

  it('that HTTP negotiates differ in media type', () => {
    expect(new Set(REPORT_FORMATS.map(({ mediaType }) => mediaType)).size).toBe(REPORT_FORMATS.length)
  })

  it('of a rota’s files have names of their own, which end as the format says', () => {
    expect(new Set(ROTA_FORMATS.map(({ file }) => file)).size).toBe(ROTA_FORMATS.length)
    for (const { file } of ROTA_FORMATS) expect(file).toMatch(/^[a-z]+\.[a-z]+$/)
  })

  it('are found by name and by the ending of a file', () => {
    expect(outputFormat('text')?.mediaType).toBe('text/plain')
    expect(outputFormat('xls')).toBeUndefined()
    expect([outputFormatOf('Week.TXT')?.name, outputFormatOf('week')?.name]).toEqual(['text', undefined])
    expect([inputFormatOf('week.json').name, inputFormatOf('-').name]).toEqual(['json', 'json'])
  })
})

describe('a report', () => {
  const [report, problem] = [sampleReport(), problemOf(smallDocument())]

  it('as JSON is all of it', () => {
    expect(JSON.parse(String(outputFormat('json')?.write(report, problem)))).toEqual(JSON.parse(JSON.stringify(report)))
  })

  it('as text is what a terminal shows, without colours', () => {
    const text = outputFormat('text')?.write(report, problem)
    expect(text).toBe(reportInWords(report, problem, { width: 120, colour: false }))
  })
})
