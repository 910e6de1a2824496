import { fileURLToPath } from 'node:url'
import type { Document } from '../../client/rota-client.ts'
import { type Progress, progressLine } from '../../src/output/progress.ts'
import { reportInWords } from '../../src/output/text/report-in-words.ts'
import { buildStalePages } from '../build-pages.ts'
import { numberOption } from '../call.ts'
import type { Command } from '../command.ts'
import { readJson } from '../files.ts'
import { DATA, DATABASE, homeOf } from '../home.ts'
import { logLevelOf, logLevelOption, logTo } from '../logging.ts'
import { exitCodeOf } from '../plan-week.ts'
import { planSampleWeek, type SampleWeek } from '../sample-week.ts'
import { listen, portOption, tellAddress, untilInterrupted } from '../serving.ts'
import { stopOnInterrupt } from '../solve-watch.ts'
import type { World } from '../world.ts'

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
    const document = (await readJson(SAMPLE, world)) as Document
    // First, so that a port or folder in use is reported at once, not a minute later.
    const home = homeOf(call)
    const log = await logTo(world, logLevelOf(call, 'warn'))
    const service = await listen({ port: numberOption(call, 'port') ?? 0, home, log })
    const { problem, report, page } = await planned(service.url, document, world)
    world.write(reportInWords(report, problem, world.paper))
    world.say('')
    world.say('The service is ready, on this machine only:')
    tellAddress(service, world, [`The week above, to look at and change: ${service.url}${page}`])
    await untilInterrupted(world)
    await service.close()
    return exitCodeOf(report)
  },
}

const SAYING = {
  now: 'Planning the week of a sample network of five practices. This takes up to a minute.',
  earlier: 'The week of a sample network of five practices, as planned by an earlier start:',
}

/** Ctrl-C ends the solve with its best rota so far; pressed again, the program. */
async function planned(url: string, given: Document, world: World): Promise<SampleWeek> {
  const onFound = (when: keyof typeof SAYING) => world.say(SAYING[when])
  const onProgress = (progress: Progress) => world.progress(progressLine(progress, world.progressWidth))
  try {
    return await planSampleWeek({ url, given, onFound, onProgress, onStop: (stop) => stopOnInterrupt(world, stop) })
  } finally {
    world.progress('')
  }
}
