import { type ReplannedWeek, readReplan } from '../../api/desk/replanning.ts'
import { within } from '../../api/desk/within.ts'
import { answerInThread } from '../../api/jobs/answer-in-thread.ts'
import type { QuestionProgress } from '../../api/jobs/job.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { Stopped } from '../../src/errors.ts'
import { personNamed } from '../../src/intake/absence/person-named.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { replansInWords } from '../../src/output/text/replans.ts'
import { ABSENCE_OPTIONS, ABSENCE_SOURCES, awayOf } from '../absence-options.ts'
import { flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import { asTyped } from '../typed.ts'
import type { World } from '../world.ts'

/** `rota replan DOC ROTA`: repairs a published week with few changes. */
export const replan: Command = {
  name: 'replan',
  does: 'Makes a published week whole again with few changes, or shows what each further change gains.',
  arguments: [
    { name: 'DOC', help: 'the document as it is now, a JSON file (- for standard input)' },
    { name: 'ROTA', help: 'the published rota: a report or a list of assignments' },
  ],
  options: [
    { name: 'moves', kind: 'whole', value: 'N', most: 1000, help: 'sessions that may change (default: any number)' },
    { name: 'curve', kind: 'flag', help: 'for 0, 1, 2, 3, 5 and any number of changes' },
    ...ABSENCE_OPTIONS,
    { name: 'json', kind: 'flag', help: 'print only the answer, as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answer as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', rotaFile = ''] = call.arguments
    const read = (value: unknown) => readDocument(value, ruleBook())
    const document = await readDocumentFile(documentFile, world)
    const rota = await readJson(rotaFile, world)
    const [who, now, moves] = [textOption(call, 'away'), textOption(call, 'now'), numberOption(call, 'moves')]
    const sources = { '/document': documentFile, '/rota': rotaFile, '/moves': '--moves', ...ABSENCE_SOURCES }
    const answer = await asTyped(sources, async () => {
      const problem = await within('/document', () => read(document))
      const person = who === undefined ? undefined : await within('/away/person', () => personNamed(who, problem))
      const sent = {
        ...{ document, rota, curve: flag(call, 'curve') },
        ...(person === undefined ? {} : { away: awayOf(call, person, world.today()) }),
        ...(now === undefined ? {} : { now }),
        ...(moves === undefined ? {} : { moves }),
      }
      await readReplan({ sent, now: world.today() }, read)
      return answerInTime({ now: world.today(), ...sent }, world)
    })
    const file = textOption(call, 'output')
    if (file !== undefined) await writeFileOf(file, jsonText(answer))
    world.write(flag(call, 'json') ? jsonText(answer) : replansInWords(answer, world.paper))
    if (answer.points.some((point) => point.rota !== null)) return EXIT.answered
    return answer.points.every(({ status }) => status === 'impossible') ? EXIT.impossible : EXIT.noRota
  },
}

/** Runs in a thread, so that Ctrl-C is handled: the first returns what has been found, the second quits. */
async function answerInTime(
  { document, ...request }: { readonly document: unknown; readonly now: unknown },
  world: World,
): Promise<ReplannedWeek> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const forget = world.onInterrupt(() => {
    if (Atomics.exchange(stop, 0, 1) === 1) world.quit(EXIT.quit)
  })
  const asked = { kind: 'replan', document: JSON.stringify(document), request: JSON.stringify(request) } as const
  const onProgress = ({ doing }: QuestionProgress) => world.progress(`${doing} …`)
  try {
    return JSON.parse(await answerInThread(asked, { stop, onProgress }))
  } catch (error) {
    if (!(error instanceof Stopped) || error.soFar === null) throw error
    world.progress('')
    world.say('Stopped: further numbers of changes were not planned.')
    return JSON.parse(error.soFar)
  } finally {
    forget()
    world.progress('')
  }
}
