/** Generates fixtures/networks from the atlas: `npx tsx scripts/fixtures.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Atlas, type NetworkEntry, NO_NETWORK, type PracticeEntry, readAtlas } from '../src/intake/atlas.ts'
import { demandLevels } from '../src/intake/network/demand.ts'
import { documentText } from '../src/intake/network/document-text.ts'
import { NETWORK_RATES } from '../src/intake/network/england-staff.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import { postsOf } from '../src/intake/network/workforce.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'

/** An ordinary week, with no bank holiday in or next to it. */
export const PLAIN_WEEK = '2026-11-30'
/** Monday is Boxing Day's substitute; Christmas Day was the Friday before. */
export const HOLIDAY_WEEK = '2026-12-28'
const SEED = 1

/** Names that are in no register. */
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

/** The most typical network of five practices that all report, within the number of people that keeps tests fast. */
function typicalNetwork(atlas: Atlas): NetworkEntry {
  const fits = [...atlas.networks.values()].filter(
    (network) => network.ods !== NO_NETWORK && network.practices.length === 5 && network.practices.every(reportsAll),
  )
  return mostLikeEngland(atlas, fits, { patients: 50_000, people: 105 })
}

/** The most typical single practice that reports, as its own network. */
function typicalPractice(atlas: Atlas): NetworkEntry {
  const alone = [...atlas.practices.values()]
    .filter((practice) => reportsAll(practice) && Math.abs(practice.patients - 10_000) < 1000)
    .map(
      (practice): NetworkEntry => ({
        ...ONE,
        icb: practice.icb,
        icbName: practice.icb,
        practices: [practice],
        patients: practice.patients,
      }),
    )
  return mostLikeEngland(atlas, alone, { patients: 10_000, people: 22 })
}

function reportsAll({ calls, weight, staff }: PracticeEntry): boolean {
  return calls !== null && weight !== null && staff !== null && !Object.values(staff.groups).includes(null)
}

/** Groups of roles compared with England's full-time equivalents per 10,000 patients. */
const ENGLAND: readonly (readonly [readonly string[], number])[] = [
  [['gp-partner', 'salaried-gp'], 4.26],
  [['gp-registrar', 'locum-gp'], 1.52],
  [['anp', 'practice-nurse'], 2.65],
  [['hca', 'phlebotomist', 'practice-pharmacist', 'practice-paramedic'], 2.43],
  [Object.keys(NETWORK_RATES), Object.values(NETWORK_RATES).reduce((sum, { rate }) => sum + rate, 0)],
]

/** The closest to England's staff and demand and to the target list size, by relative distance. */
function mostLikeEngland(
  atlas: Atlas,
  networks: readonly NetworkEntry[],
  most: { readonly patients: number; readonly people: number },
): NetworkEntry {
  const apart = networks.flatMap((network) => {
    const posts = postsOf(atlas, network, SEED)
    const staff = ENGLAND.map(([roles, rate]) => {
      const own = posts.filter(({ role }) => roles.includes(role)).reduce((sum, { sessions }) => sum + sessions / 9, 0)
      return Math.abs((own * 10_000) / network.patients / rate - 1)
    })
    const levels = demandLevels(atlas, network.practices)
    const demand = network.practices.reduce((sum, { ods, patients }) => sum + patients * (levels.get(ods) ?? 1), 0)
    const rest = [network.patients / most.patients, demand / network.patients].map((share) => Math.abs(share - 1))
    return posts.length > most.people ? [] : [{ network, by: [...staff, ...rest].reduce((sum, n) => sum + n, 0) }]
  })
  return nearestBy(apart, ({ by }) => by).network
}

function nearestBy<T>(candidates: readonly T[], distance: (candidate: T) => number): T {
  const [best] = [...candidates].sort((a, b) => distance(a) - distance(b))
  if (best === undefined) throw new Error('No network of the atlas fits the fixture')
  return best
}

/** The atlas plus the figures of `network` under fictitious names and codes, with practices in order of size. */
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
      [as.ods, { ...as, icb: network.icb, icbName: network.icbName, practices, patients: network.patients }],
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
