import { describe, expect, it } from 'vitest'
import { type Contact, deal, type Holder } from '../../solver/report/deal.ts'

const contact = (need: string, minutes: number, mode: Contact['mode'] = 'face-to-face'): Contact => ({
  need,
  mode,
  minutes,
})
const holder = (person: string, change: Partial<Holder> = {}): Holder => ({
  ...{ person, remote: false, minutes: 180, most: 250 },
  ...change,
})

describe('contacts that are dealt out', () => {
  it('go to whoever has most time left, the long ones first', () => {
    const { dealt } = deal([contact('short', 10), contact('long', 40)], [holder('a', { minutes: 150 }), holder('b')])
    expect(dealt.map(({ person, need }) => `${person} ${need}`)).toEqual(['b long', 'a short'])
  })

  it('run into the time for paperwork, but never past the session', () => {
    const contacts = [contact('long', 60), contact('long', 60), contact('long', 60)]
    const { dealt, left } = deal(contacts, [holder('a', { minutes: 100, most: 130 })])
    expect(dealt).toHaveLength(2)
    expect(left).toEqual([contact('long', 60)])
  })

  it('are for people in the building where they need a room', () => {
    const remote = holder('at home', { remote: true, minutes: 500, most: 500 })
    const contacts = [contact('seen', 20), contact('called', 20, 'remote'), contact('at home', 20, 'home-visit')]
    const { dealt } = deal(contacts, [remote, holder('here')])
    expect(dealt.map(({ person, need }) => `${person} ${need}`)).toEqual([
      'here seen',
      'at home called',
      'at home at home',
    ])
  })
})
