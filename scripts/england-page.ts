/** `npx tsx scripts/england-page.ts FILE PAGE [NOTE …]`: writes a page, such as docs/england.md, from the file of a run over England. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readLines } from '../cli/england/line.ts'
import { NO_NETWORK, readAtlas } from '../src/intake/atlas.ts'
import { englandPage } from './england-page/page.ts'

const [file, page, ...notes] = process.argv.slice(2)
if (file === undefined || page === undefined) {
  process.stderr.write('Usage: npx tsx scripts/england-page.ts FILE PAGE [NOTE …]\n')
  process.exitCode = 2
} else {
  const { networks } = readAtlas()
  const england = [...networks.keys()].filter((ods) => ods !== NO_NETWORK).length
  writeFileSync(page, englandPage({ lines: readLines(readFileSync(file, 'utf8')), england, notes }))
}
