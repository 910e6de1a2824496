import { expect, it } from 'vitest'
import { siteCodes } from '../../../src/output/text/site-codes.ts'
import { smallWeek } from '../../report/small-week.ts'

const named = (...names: string[]) => {
  const [site] = smallWeek().sites
  if (!site) throw new Error('the small week has no site')
  return [...siteCodes(names.map((name, index) => ({ ...site, id: String(index), name }))).values()]
}

it('is the initials of a name, or the first letters of a single word', () => {
  expect(named('Alder Road', 'The Elms Surgery Annexe', 'Ashgrove')).toEqual(['AR', 'TES', 'AS'])
})

it('is told apart where two sites have the same initials', () => {
  expect(named('Alder Road', 'Apple Row', 'Ash Ridge')).toEqual(['AR', 'AR2', 'AR3'])
})
