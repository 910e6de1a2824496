import { fileURLToPath } from 'node:url'
import { reportInWords } from '../../src/output/text/report-in-words.ts'
import { buildStalePages } from '../build-pages.ts'
import { numberOption } from '../call.ts'
import type { Command } from '../command.ts'
import { readJson } from '../files.ts'
import { DATA, DATABASE, homeOf } from '../home.ts'
import { logLevelOf, logLevelOption, logTo } from '../logging.ts'
import { exitCodeOf, planWeek } from '../plan-week.ts'
import { storeSampleWeek } from '../sample-week.ts'
import { listen, portOption, tellAddress, untilInterrupted } from '../serving.ts'

const SAMPLE = fileURLToPath(new URL('../../fixtures/networks/five-practices.json', import.meta.url))

/** `rota start`: a newcomer's first view of the program. */
export const start: Command = {
  name: 'start',
  does: 'Plans a sample network’s week, prints the rota, and starts the service, which has that week too.',
  arguments: [],
  options: [portOption('port to listen on (default: any free port)'), DATA, DATABASE, logLevelOption('warn')],

  check: (call) => void homeOf(call),

  async run(call, world) {
    await buildStalePages(world)
    world.say('Planning the week of a sample network of five practices. This takes up to a minute.')
    const document = await readJson(SAMPLE, world)
    // First, so that a port or folder in use is reported at once, not a minute later.
    const home = homeOf(call)
    const log = await logTo(world, logLevelOf(call, 'warn'))
    const service = await listen({ port: numberOption(call, 'port') ?? 0, home, log })
    const { problem, report } = await planWeek({ document, source: SAMPLE }, {}, world)
    world.write(reportInWords(report, problem, world.paper))
    const page = await storeSampleWeek(service.url, document, report)
    world.say('')
    world.say('The service is ready, on this machine only:')
    tellAddress(service, world, page === null ? [] : [`The week above, to look at and change: ${service.url}${page}`])
    await untilInterrupted(world)
    await service.close()
    return exitCodeOf(report)
  },
}
