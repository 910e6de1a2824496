/** Makes the documents of fixtures/networks from the atlas: `npx tsx scripts/fixtures.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Atlas, type NetworkEntry, NO_NETWORK, type PracticeEntry, readAtlas } from '../src/intake/atlas.ts'
import { documentText } from '../src/intake/network/document-text.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import { ROLES } from '../src/intake/network/roles.ts'
import { postsOf } from '../src/intake/network/workforce.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'

/** A plain week: no holiday in it or beside it. */
export const PLAIN_WEEK = '2026-11-30'
/** Boxing Day is kept on its Monday; Christmas Day was the Friday before. */
export const HOLIDAY_WEEK = '2026-12-28'
const SEED = 1

/** Codes and names that are in no register. */
const NAMES = ['Alder Road', 'Birch Lane', 'Cedar House', 'Dove Street', 'Elm Park']
const CODES = ['A99901', 'A99902', 'A99903', 'A99904', 'A99905']
const FIVE = { ods: 'U99999', name: 'Greenway PCN' }
const ONE = { ods: 'U99998', name: 'Alder Road PCN' }

/** The fixtures by file name. */
export function fixtures(atlas: Atlas): ReadonlyMap<string, RotaDocument> {
  const five = disguised(atlas, typicalNetwork(atlas), FIVE)
  const one = disguised(atlas, typicalPractice(atlas), ONE)
  return new Map([
    ['one-practice.json', fixture(one, ONE.ods, PLAIN_WEEK)],
    ['five-practices.json', fixture(five, FIVE.ods, PLAIN_WEEK)],
    ['five-practices-bank-holiday.json', fixture(five, FIVE.ods, HOLIDAY_WEEK)],
  ])
}

function fixture(atlas: Atlas, ods: string, week: string): RotaDocument {
  const document = networkDocument(atlas, ods, { week, seed: SEED })
  return { ...document, note: `The names and codes of practices and network are in no register. ${document.note}` }
}

/** Five practices that all report, and at least one person of each role; of these the one nearest to 50,000 patients. */
function typicalNetwork(atlas: Atlas): NetworkEntry {
  const fits = [...atlas.networks.values()].filter((network) => {
    const whole = network.practices.every((practice) => practice.calls !== null && practice.weight !== null)
    return (
      network.ods !== NO_NETWORK &&
      network.practices.length === 5 &&
      whole &&
      rolesIn(atlas, network).size === ROLES.length
    )
  })
  return nearestBy(fits, (network) => network.patients - 50_000)
}

function rolesIn(atlas: Atlas, network: NetworkEntry): Set<string> {
  return new Set(postsOf(atlas, network, SEED).map((post) => post.role))
}

/** One practice that reports, as a network of its own with 13 or 14 people; of these the one nearest to 10,000 patients. */
function typicalPractice(atlas: Atlas): NetworkEntry {
  const alone = [...atlas.practices.values()]
    .filter(
      (practice) => practice.calls !== null && practice.weight !== null && Math.abs(practice.patients - 10_000) < 1000,
    )
    .map(
      (practice): NetworkEntry => ({ ...ONE, icb: practice.icb, practices: [practice], patients: practice.patients }),
    )
  return nearestBy(
    alone.filter((network) => [13, 14].includes(postsOf(atlas, network, SEED).length)),
    (network) => network.patients - 10_000,
  )
}

function nearestBy(networks: readonly NetworkEntry[], distance: (network: NetworkEntry) => number): NetworkEntry {
  const [best] = [...networks].sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))
  if (best === undefined) throw new Error('No network of the atlas fits the fixture')
  return best
}

/** The atlas with one more network: the figures of `network` under other names and codes, practices by size. */
function disguised(atlas: Atlas, network: NetworkEntry, as: { readonly ods: string; readonly name: string }): Atlas {
  const bySize = [...network.practices].sort((a, b) => b.patients - a.patients)
  const practices = bySize.map(
    (practice, i): PracticeEntry => ({ ...practice, ods: CODES[i] ?? '', name: NAMES[i] ?? '', network: as.ods }),
  )
  const staff = atlas.workforce.get(network.ods)
  return {
    ...atlas,
    networks: new Map([
      ...atlas.networks,
      [as.ods, { ...as, icb: network.icb, practices, patients: network.patients }],
    ]),
    workforce: staff === undefined ? atlas.workforce : new Map([...atlas.workforce, [as.ods, staff]]),
  }
}

if (process.argv[1]?.endsWith('fixtures.ts')) {
  const folder = new URL('../fixtures/networks/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [file, document] of fixtures(readAtlas())) {
    const text = documentText(document)
    writeFileSync(new URL(file, folder), text)
    const contacts = Math.round(document.demand.reduce((sum, row) => sum + row.contacts, 0))
    console.log(`${file}: ${Math.ceil(text.length / 1024)} kB, ${document.people.length} people, ${contacts} contacts`)
  }
}
