/** Every format of any rota, at a size that a test may have; `npm run exports-at-scale` does the same with 1,000 and twenty practices. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROTA_FORMATS } from '../../../src/output/output-formats.ts'
import { ROOT } from '../../source-files.ts'
import { asUsual, atRandom, type Planned, randomDocuments, sessionsIn } from './scale.ts'

async function expectWritten({ problem, report }: Planned): Promise<void> {
  for (const format of ROTA_FORMATS) {
    const file = await format.write(report, problem)
    expect(file.length).toBeGreaterThan(50)
    const found = await sessionsIn(format, file)
    if (found !== null) expect(found, format.name).toBe(report.assignments.length)
  }
}

describe('every format', () => {
  it('has every session of random rotas, whatever people are called', async () => {
    for (const [n, document] of randomDocuments(40, 20_261_130).entries())
      await expectWritten(await atRandom(document, n))
  })

  it('has every session of a full week of five practices, and memory stays bounded', async () => {
    const week = await asUsual(JSON.parse(readFileSync(`${ROOT}fixtures/networks/five-practices.json`, 'utf8')))
    expect(week.report.assignments.length).toBeGreaterThan(300)
    await expectWritten(week)
    expect(process.memoryUsage.rss()).toBeLessThan(1500 * 1024 * 1024)
  })
})
