/** Meanings that a word in a file can be given. */
import { today } from '../dates.ts'
import type { Option } from '../fields.tsx'
import type { Corrected, CorrectionKind } from './corrections.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** The network's names, used as choices for corrections. */
export interface ImportNames {
  readonly people: readonly Named[]
  readonly sites: readonly Named[]
  readonly roles: readonly { readonly id: string; readonly title: string }[]
  readonly needs: readonly { readonly id: string; readonly title: string }[]
}

const WORDS: readonly Option[] = [
  { value: 'clinic', name: 'works: clinic' },
  { value: 'duty', name: 'works: duty' },
  { value: 'visits', name: 'works: visits' },
  { value: 'admin', name: 'works: admin' },
  { value: 'training', name: 'works: training' },
  { value: 'supervision', name: 'works: supervision' },
  { value: 'outside', name: 'works elsewhere' },
  { value: 'off', name: 'off' },
  { value: 'leave', name: 'on leave' },
  { value: 'closed', name: 'closed' },
]

const named = ({ id, name }: Named): Option => ({ value: id, name })
const titled = ({ id, title }: { readonly id: string; readonly title: string }): Option => ({ value: id, name: title })

export function choicesFor(by: CorrectionKind, { people, sites, roles, needs }: ImportNames): readonly Option[] {
  switch (by) {
    case 'roles':
      return [...roles.map(titled), { value: '-', name: 'nobody to plan' }]
    case 'role':
      return roles.map(titled)
    case 'words':
      return [...WORDS, ...sites.map(({ id, name }) => ({ value: id, name: `works at ${name}` }))]
    case 'people':
      return [...people.map(named), { value: '-', name: 'leave out' }]
    case 'needs':
      return [...needs.map(titled), { value: '-', name: 'not demand' }]
    case 'sites':
    case 'site':
      return sites.map(named)
    case 'year':
      return yearsAround(Number(today().slice(0, 4))).map((year) => ({ value: String(year), name: String(year) }))
  }
}

const yearsAround = (year: number) => [year - 1, year, year + 1, year + 2]

const OPTIONS: Readonly<Partial<Record<CorrectionKind, string>>> = {
  year: 'Dates without a year are in',
  role: 'People without a role are',
  site: 'People without a practice are at',
}

/** "“wizard” means": the label of a correction's choice. */
export function correctionLabel({ by, word = '' }: Pick<Corrected, 'by'> & { readonly word?: string }): string {
  return OPTIONS[by] ?? `“${word}” means`
}
