/** Whether words mean a person, and what they are without them. */
import { expect, it } from 'vitest'
import { tellsOf, withoutPerson } from '../../api/people/mentions.ts'

const text = (words: string) => ({ text: words, holds: 'text' as const, at: [], isKey: false })
const without = (words: string, name: string, namesakes: readonly string[] = []) =>
  withoutPerson(text(words), { person: 'p1', names: [name], namesakes }, 'former-1')

it.each([
  ['Anne-Marie O’Neill is away.', 'Anne-Marie O’Neill', 'a former colleague is away.'],
  ['With Dr A. (née B.) $& [C] tomorrow', 'Dr A. (née B.) $& [C]', 'With a former colleague tomorrow'],
  ['ann  SMITH: see her', 'Ann Smith', 'a former colleague: see her'],
  ['Ann Smithson and Joann Smith', 'Ann Smith', 'Ann Smithson and Joann Smith'],
  ['Patients may ring May', 'May', 'Patients may ring a former colleague'],
  ['GP 1 and GP 10', 'GP 1', 'a former colleague and GP 10'],
])('%s', (words, name, rest) => {
  expect(without(words, name)).toBe(rest)
})

it('a namesake distinguished by an id is left alone', () => {
  const words = 'Sam Jones (p1) and Sam Jones (p2)'
  expect(without(words, 'Sam Jones', ['p2'])).toBe('a former colleague (former-1) and Sam Jones (p2)')
})

it('an id is found where a schema says that one stands, and not where something else does', () => {
  const sought = { person: 'p1', names: [], namesakes: [] }
  const tells = (holds: 'person' | 'word' | 'unknown' | 'pointer', words: string) =>
    tellsOf({ text: words, holds, at: [], isKey: false }, sought)
  expect(tells('person', 'p1')).toBe(true)
  expect(tells('unknown', 'p1')).toBe(true)
  expect(tells('pointer', '/rules/limits/p1/sessions')).toBe(true)
  expect(tells('word', 'p1')).toBe(false)
  expect(tells('person', 'p10')).toBe(false)
})
