/** For how many contacts of a week there is neither time nor room, before anything is planned. */
import { expect, it } from 'vitest'
import { contactsWithoutTime } from '../../solver/explain/why/leave/contacts-without-time.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { smallDocument } from '../small-document.ts'
import { HIGHS, problemOf } from '../solved-week.ts'

const { sites } = smallDocument()
const left = (other: Partial<RotaDocument>) => contactsWithoutTime(problemOf(smallDocument(other)), HIGHS)
const withRooms = (rooms: number) => sites.map((site) => ({ ...site, rooms }))

it('rooms are counted: with one at each site people have time for more than they have rooms for', async () => {
  const plenty = await left({ sites: withRooms(9) })
  const few = await left({ sites: withRooms(1) })
  expect(few).toBeGreaterThan(plenty + 1)
})

it('what is done by telephone needs none', async () => {
  const needs = smallDocument().needs.map((need) => ({ ...need, remote: 1 }))
  expect(await left({ sites: withRooms(1), needs })).toBeCloseTo(await left({ sites: withRooms(9), needs }), 4)
})
