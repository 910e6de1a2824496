/**
 * Every format at scale: `npm run exports-at-scale -- [random rotas] [practices]`. Writes a full week of a large network and many random
 * rotas in each format, reads back what can be read, and prints sizes, processor seconds and memory for docs/export.md.
 */
import { documentFor } from '../bench/documents.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import type { RotaFormat } from '../src/output/output-format.ts'
import { ROTA_FORMATS } from '../src/output/output-formats.ts'
import { asUsual, atRandom, type Planned, randomDocuments, sessionsIn } from '../tests/src/output/scale.ts'

const [count = 1000, practices = 20] = process.argv.slice(2).map(Number)
const SEED = 20_261_130
const seconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024)

async function written(format: RotaFormat, { problem, report }: Planned) {
  const before = seconds()
  const file = await format.write(report, problem)
  const took = seconds() - before
  const found = await sessionsIn(format, file)
  if (found !== null && found !== report.assignments.length)
    throw new Error(`${format.name}: ${found} of ${report.assignments.length} sessions were found in it`)
  return { bytes: typeof file === 'string' ? Buffer.byteLength(file) : file.length, took }
}

const large = await asUsual(documentFor({ practices, weeks: 1 }, 1, readAtlas()))
console.log(
  `${large.problem.sites.length} practices, ${large.problem.people.length} people, ${large.report.assignments.length} sessions, ${large.report.clinics.length} stretches of contacts; judged in ${Math.round(seconds())} processor seconds`,
)
for (const format of ROTA_FORMATS) {
  const { bytes, took } = await written(format, large)
  console.log(`${format.name}: ${(bytes / 1024).toFixed(0)} KB, ${took.toFixed(1)} s, ${megabytes()} MB resident`)
}

let sessions = 0
for (const [n, document] of randomDocuments(count, SEED).entries()) {
  const planned = await atRandom(document, n)
  sessions += planned.report.assignments.length
  for (const format of ROTA_FORMATS) await written(format, planned)
  if ((n + 1) % Math.ceil(count / 10) === 0) console.log(`${n + 1} random rotas: ${megabytes()} MB resident`)
}
console.log(
  `${count} random rotas with ${sessions} sessions in ${ROTA_FORMATS.length} formats: no crash, every session found again.`,
)
