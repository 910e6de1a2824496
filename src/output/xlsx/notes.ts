/** Attaches findings to the cells they are about, as comments. */
import { grouped } from '../../grouped.ts'
import type { Problem } from '../../problem.ts'
import type { Finding } from '../../report.ts'

/** Sentences by the part of a site’s sheet that they are about. */
export interface Notes {
  ofPerson(person: string, at?: { readonly date: string; readonly part: string }): readonly string[]
  /** About the whole site, or one of its days or sessions. */
  ofSite(at?: { readonly date: string; readonly part?: string }): readonly string[]
}

/** For one site. Findings without a person or place appear only in the list of findings. */
export function notesFor(site: string, findings: readonly Finding[], problem: Problem): Notes {
  const here = findings.filter((finding) => isHere(finding, site, problem))
  const notes = new Map(
    grouped(
      here.flatMap((finding) => placesOf(finding).map((key) => ({ key, words: wordsOf(finding) }))),
      ({ key }) => key,
    ).map((rows) => [rows[0]?.key ?? '', rows.map(({ words }) => words)]),
  )
  const at = (...names: readonly (string | undefined)[]) => notes.get(keyOf(names)) ?? []
  return {
    ofPerson: (person, session) => at(person, session?.date, session?.part),
    ofSite: (session) => at('', session?.date, session?.part),
  }
}

function isHere({ site, people }: Finding, here: string, problem: Problem): boolean {
  if (site !== undefined) return site === here
  return people.some((person) => problem.personById.get(person)?.home === here)
}

function placesOf({ people, date, part }: Finding): string[] {
  const whose = people.length === 0 ? [''] : people
  return whose.map((person) => keyOf([person, date, part]))
}

function keyOf(names: readonly (string | undefined)[]): string {
  return JSON.stringify(names.map((name) => name ?? ''))
}

function wordsOf({ sentence, cause }: Finding): string {
  return cause === undefined ? sentence : `${sentence} ${cause}`
}
