/** Condenses a week, with a scenario's changes, for quick estimates. */
import { sketchWeek } from '../../solver/sketch-week.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import type { MixSketch } from '../../src/mix-sketch.ts'
import { sketchRequest } from '../contract/sketches.ts'
import { readAs } from '../contract.ts'
import type { Reading } from './comparing.ts'
import { within } from './within.ts'

export async function sketch(sent: unknown, { read, ruleBook }: Reading): Promise<MixSketch> {
  const { document, changes = [] } = readAs(sketchRequest, sent)
  keepRepeatedKeys(document, sent, '/document')
  const problem = await within('/document', () => read(document))
  const drawn = (record: unknown, from: string) =>
    drawWeek(checkRecord(record, ruleBook), { from, past: [], atlas: readAtlas() })
  const changed = await within('/changes', () => {
    const after = applyChanges(document as RotaDocument, changes, { drawn })
    return after === document ? problem : read(after)
  })
  return sketchWeek(changed)
}
