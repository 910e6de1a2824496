import { fileURLToPath } from 'node:url'
import { reportInWords } from '../../src/output/terminal.ts'
import { numberOption } from '../call.ts'
import type { Command } from '../command.ts'
import { readJson } from '../files.ts'
import { exitCodeOf, planWeek } from '../plan-week.ts'
import { serveUntilEnded } from '../serving.ts'

const SAMPLE = fileURLToPath(new URL('../../fixtures/networks/five-practices.json', import.meta.url))

/** `rota start`: what a newcomer sees first. */
export const start: Command = {
  name: 'start',
  does: 'Plans the sample network’s week, prints its rota, and then serves.',
  arguments: [],
  options: [{ name: 'port', kind: 'whole', value: 'N', help: 'port to listen on; any that is free where left out' }],

  async run(call, world) {
    world.say('Planning the week of a sample network of five practices. This takes up to a minute.')
    const document = await readJson(SAMPLE, world)
    const { problem, report } = await planWeek({ document, source: SAMPLE }, {}, world)
    world.write(reportInWords(report, problem, world.paper))
    world.say('')
    world.say('The service is ready, for this machine only:')
    await serveUntilEnded({ port: numberOption(call, 'port') ?? 0 }, world)
    return exitCodeOf(report)
  },
}
