/** A network that is not in the atlas, for tests. */
import { type Atlas, type NetworkEntry, type PracticeEntry, readAtlas } from '../../../../src/intake/atlas.ts'

/** An atlas with one network of these practices and no published people. */
export function invented(practices: readonly Partial<PracticeEntry>[]): Atlas {
  const entries = practices.map(
    (practice, i): PracticeEntry => ({
      ods: `A9990${i}`,
      name: `Practice ${i}`,
      network: 'U99999',
      icb: '',
      patients: 10_000,
      weight: null,
      rural: false,
      staff: null,
      calls: null,
      online: null,
      ...practice,
    }),
  )
  const network: NetworkEntry = {
    ods: 'U99999',
    name: 'Invented',
    icb: '',
    icbName: '',
    practices: entries,
    patients: entries.reduce((sum, { patients }) => sum + patients, 0),
  }
  return { ...readAtlas(), networks: new Map([...readAtlas().networks, ['U99999', network]]) }
}
