/** Remarks on names that look the same. */
import { wordsOf } from '../name-words.ts'
import type { Look } from './look.ts'

/** People, sites, needs or roles whose names look the same. Tables add more than the name to distinguish people and sites. */
export const sameNames: Look = (document) => {
  const lists = {
    people: document.people.map((person) => person.name),
    sites: document.sites.map((site) => site.name),
    roles: document.roles.map((role) => role.title),
    needs: document.needs.map((need) => need.title),
  }
  return Object.entries(lists).flatMap(([list, names]) => {
    const first = new Map<string, number>()
    return names.flatMap((name, index) => {
      const earlier = first.get(wordsOf(name).join(' '))
      if (earlier === undefined) {
        first.set(wordsOf(name).join(' '), index)
        return []
      }
      const apart = list === 'people' || list === 'sites' ? ' Tables and sentences add what tells them apart.' : ''
      const field = list === 'people' || list === 'sites' ? 'name' : 'title'
      const detail = `Two ${list} have the same ${field}, ${JSON.stringify(name)}.${apart}`
      return [{ pointer: `/${list}/${index}/${field}`, detail }]
    })
  })
}
