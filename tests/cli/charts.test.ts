/** Charts as files in a folder. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeCharts } from '../../cli/charts.ts'
import { fakeWorld } from './fake-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'rota-charts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CHARTS = [{ name: 'curve.svg', svg: '<svg/>\n' }]

describe('charts', () => {
  it('are written to a folder that is made for them, and named on standard error', async () => {
    const world = fakeWorld()
    const place = join(folder, 'new', 'charts')
    await writeCharts(place, CHARTS, world)
    expect(readdirSync(place)).toEqual(['curve.svg'])
    expect(readFileSync(join(place, 'curve.svg'), 'utf8')).toBe('<svg/>\n')
    expect(world.seen.err).toContain('1 chart in')
    expect(world.seen.out).toBe('')
  })

  it('are not written unless somebody asks', async () => {
    const world = fakeWorld()
    await writeCharts(undefined, CHARTS, world)
    expect(world.seen.err).toBe('')
  })

  it('are refused a folder that cannot be made', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const refused = writeCharts(join(file, 'charts'), CHARTS, fakeWorld())
    await expect(refused).rejects.toMatchObject({ complaints: [{ pointer: '--svg', seen: join(file, 'charts') }] })
  })
})
