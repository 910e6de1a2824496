import { choiceFor } from '../../solver/engine-choice.ts'
import { why as answerOf, type WhyAnswer } from '../../solver/explain/why/why.ts'
import { assignmentsOf, clinicsOf } from '../../solver/report/plan.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readQuestion } from '../../src/intake/question-reading.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { wrap } from '../../src/output/text/wrap.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readDocumentFile, readJson, writeFileOf } from '../files.ts'
import type { World } from '../world.ts'

/** `rota why DOC ROTA QUESTION`: what a change to a rota would cost. */
export const why: Command = {
  name: 'why',
  does: 'Works out what a change to a rota would cost: "GP 3 off Tuesday morning".',
  arguments: [
    { name: 'DOC', help: 'the document, a JSON file (- for standard input)' },
    { name: 'ROTA', help: 'the rota: a report or a list of assignments' },
    {
      name: 'QUESTION',
      help: 'who, what and when, in quotes: "p017 off 2026-12-01 am", "GP 3 duty Birch Lane Tuesday morning"',
    },
  ],
  options: [
    {
      name: 'seconds',
      kind: 'number',
      value: 'N',
      help: 'time limit in seconds for each of a few dozen steps (default: 10)',
    },
    { name: 'json', kind: 'flag', help: 'print only the answer, as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write the answer as JSON to a file' },
  ],

  async run(call, world) {
    const [documentFile = '', rotaFile = '', asked = ''] = call.arguments
    const document = await readDocumentFile(documentFile, world)
    const problem = await fromFile(documentFile, () => readDocument(document, ruleBook()))
    const given = await readJson(rotaFile, world)
    const rota = await fromFile(rotaFile, () => readRota(given, problem))
    const question = readQuestion(asked, problem)
    const seconds = numberOption(call, 'seconds') ?? 10
    const { engine } = await fromFile(documentFile, () => choiceFor(problem))
    const onStep = (words: string) => world.progress(`${words} …`)
    const answer = await fromFile(rotaFile, () => answerOf(problem, rota, { question, engine, seconds, onStep }))
    world.progress('')
    const file = textOption(call, 'output')
    const data = { ...answer, ...(answer.kind === 'possible' ? { rota: rotaRows(problem, answer.rota) } : {}) }
    if (file !== undefined) await writeFileOf(file, jsonText(data))
    world.write(flag(call, 'json') ? jsonText(data) : inWords(answer, world))
    return answer.kind === 'out-of-time' ? EXIT.noRota : EXIT.answered
  },
}

/** The rota in report format, which `judge` reads. */
function rotaRows(problem: Problem, { assignments, clinics }: Rota) {
  return { assignments: assignmentsOf(problem, assignments), clinics: clinicsOf(problem, clinics) }
}

function inWords({ sentences }: WhyAnswer, { paper }: World): string {
  const [first = '', ...rest] = sentences
  const lines = [...wrap(first, paper.width), ...rest.flatMap((sentence) => wrap(`- ${sentence}`, paper.width, 2))]
  return `${lines.join('\n')}\n`
}
