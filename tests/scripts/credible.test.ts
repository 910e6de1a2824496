import { describe, expect, it } from 'vitest'
import { isMet, targets } from '../../scripts/credible/england.ts'
import { figuresOfHalf, networksOf, RETURNS_PER_THOUSAND } from '../../scripts/credible/sample.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'

const atlas = readAtlas()
const heldOut = targets(await figuresOfHalf(atlas, 'held out'), RETURNS_PER_THOUSAND)

describe('every tenth network, of the half that nothing was fitted on', () => {
  it.each(heldOut.map((figure) => [figure.what, figure.target, figure] as const))('%s: %s', (_, __, figure) => {
    expect(isMet(figure), String(figure.value)).toBe(true)
  })

  it('is no network of the other half', () => {
    const [fitted, other] = [networksOf(atlas, 'fitted'), networksOf(atlas, 'held out')]
    expect(fitted.length + other.length).toBe(130)
    expect(other.filter((network) => fitted.includes(network))).toEqual([])
  })

  it('plans for a busy day', () => {
    const [first] = networksOf(atlas, 'held out')
    expect(networkDocument(atlas, first?.ods ?? '', { week: '2026-11-30', seed: 1 }).plan).toBe('p80')
  })
})
