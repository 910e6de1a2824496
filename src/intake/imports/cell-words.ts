/** Interprets the words in a rota's cells (work, time off, leave) for a whole day or its halves. */

import { WORKS, type Work } from '../../rota.ts'
import { nearest } from '../suggest.ts'
import type { ImportContext } from './import-answer.ts'

export type Meaning =
  | { readonly kind: 'works'; readonly work: Work; readonly site: string | null }
  | { readonly kind: 'off' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown'; readonly text: string; readonly maybe: string | null }

/** Meanings of the two halves of a day; null for a half that isn't mentioned. */
export interface DayMeaning {
  readonly am: Meaning | null
  readonly pm: Meaning | null
  /** An extra note, such as "swap". */
  readonly aside: string | null
}

const WORDS: Readonly<Record<Work | 'off' | 'leave' | 'closed', readonly string[]>> = {
  clinic: [
    ...[
      'clinic',
      'clinics',
      'surgery',
      'surg',
      'consulting',
      'work',
      'working',
      'works',
      'w',
      'in',
      'yes',
      'y',
      'true',
      '1',
      'x',
    ],
    ...[
      '✓',
      '✔',
      '☑',
      '√',
      'day',
      'all day',
      'full day',
      'full',
      'am pm',
      'telephone',
      'tel',
      'phone',
      'triage',
      'remote',
      'wfh',
      'ward',
      'room',
    ],
    ...[
      'long day',
      'ld',
      'standard day',
      'sd',
      'normal',
      'baby clinic',
      'diabetic clinic',
      'minor ops',
      'theatre',
      'list',
    ],
  ],
  duty: [
    'duty',
    'duty dr',
    'duty doctor',
    'on call',
    'oncall',
    'on-call',
    'oc',
    'emergency',
    'urgent',
    'd',
    'same day',
  ],
  visits: ['visits', 'visit', 'home visits', 'hv', 'care home', 'care homes', 'ward round'],
  supervision: ['supervision', 'debrief', 'supervising'],
  admin: ['admin', 'paperwork', 'adm', 'office', 'results', 'docman', 'meeting', 'meetings', 'mdt', 'practice meeting'],
  training: [
    'training',
    'teaching',
    'tutorial',
    'plt',
    'vts',
    'cpd',
    'induction',
    'learning',
    'education',
    'half day release',
    'hdr',
  ],
  outside: ['outside', 'ccg', 'icb', 'pcn', 'federation', 'hospital', 'out'],
  off: [
    ...[
      'off',
      'o',
      'no',
      'n',
      'false',
      '0',
      '-',
      '–',
      '—',
      '--',
      '---',
      '.',
      '/',
      'day off',
      'off day',
      'not working',
      'nw',
      'nwd',
      'non working day',
    ],
    ...['rest', 'rest day', 'rd', 'free', 'nil', 'none', 'not in', 'half day', 'hd', 'rdo', 'zero', 'zero day'],
  ],
  leave: [
    ...[
      'al',
      'a/l',
      'a.l',
      'a.l.',
      'annual leave',
      'leave',
      'hol',
      'hols',
      'holiday',
      'holidays',
      'sl',
      's/l',
      'study leave',
      'study',
      'sick',
      'sickness',
    ],
    ...[
      'mat leave',
      'maternity',
      'maternity leave',
      'pat leave',
      'paternity',
      'paternity leave',
      'ml',
      'cl',
      'compassionate',
      'carers leave',
      'toil',
      'lieu',
      'in lieu',
    ],
    ...[
      'unavailable',
      'absent',
      'away',
      'unpaid leave',
      'parental leave',
      'not available',
      'na',
      'n/a',
      'tesl',
      'lsl',
      'special leave',
      'pl',
      'prof leave',
      'professional leave',
    ],
  ],
  closed: ['bh', 'b/h', 'bank holiday', 'bank hol', 'closed', 'practice closed'],
}

const KNOWN = new Map(Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)))
const LONG_WORDS = [...KNOWN.keys()].filter((word) => word.length >= 4)

/** Interprets a cell's text. Text that names a half day applies only to that half. */
export function dayMeaning(text: string, context: Pick<ImportContext, 'mapping' | 'sites'>): DayMeaning {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim()
  const whole = knownMeaning(plain, context)
  if (whole !== null) return { am: whole, pm: whole, aside: null }
  const { rest, aside } = withoutAside(plain)
  if (/^(am ?[/&+,]? ?pm|am and pm)$/.test(rest)) return { am: CLINIC, pm: CLINIC, aside }
  const halves = halvesOf(rest)
  if (halves !== null) {
    const of = (words: string | undefined) =>
      words === undefined ? null : words === '' ? CLINIC : meaningOf(words, context)
    return { am: of(halves.am), pm: of(halves.pm), aside }
  }
  const both = meaningOf(rest, context)
  return { am: both, pm: both, aside }
}

const CLINIC = { kind: 'works', work: 'clinic', site: null } as const satisfies Meaning

/** "day (swap)" → day, with the note swap; "(off)" → off. */
function withoutAside(text: string): { readonly rest: string; readonly aside: string | null } {
  const [, before = '', inside = ''] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(text) ?? []
  if (inside === '' || /^(am|pm)$/.test(inside))
    return { rest: text.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim(), aside: null }
  return before === '' ? { rest: inside.trim(), aside: null } : { rest: before, aside: inside }
}

/** "clinic am/ward pm" → clinic, ward; "am" → '' for that half. */
function halvesOf(text: string): { readonly am?: string; readonly pm?: string } | null {
  const pieces = text.split(/\s*(?:[/,;&+]|\band\b)\s*/).filter((piece) => piece !== '')
  const read = pieces.map((piece) => {
    const [, before = '', half = '', after = ''] = /^(.*?)\s*\b(am|pm)\b\s*(.*)$/.exec(piece) ?? []
    return half === ''
      ? null
      : {
          half,
          words: `${before} ${after}`
            .replace(/[:\-–]/g, ' ')
            .replace(/\bonly\b/, '')
            .trim(),
        }
  })
  if (read.length === 0 || read.some((one) => one === null)) return null
  return Object.fromEntries(read.flatMap((one) => (one === null ? [] : [[one.half, one.words]])))
}

function meaningOf(text: string, context: Pick<ImportContext, 'mapping' | 'sites'>): Meaning {
  const known = knownMeaning(text, context) ?? knownMeaning(text.replace(/[.?!*]+$/, ''), context)
  if (known !== null) return known
  const sites = context.sites.map(({ name }) => name.toLowerCase())
  return { kind: 'unknown', text, maybe: nearest(text, [...LONG_WORDS, ...sites]) ?? null }
}

function knownMeaning(text: string, { mapping, sites }: Pick<ImportContext, 'mapping' | 'sites'>): Meaning | null {
  const mapped = mapping.words?.[text]
  if (mapped !== undefined) return ofKind(mapped) ?? { ...CLINIC, site: mapped }
  const site = siteNamed(text, { mapping, sites })
  if (site !== null) return { ...CLINIC, site }
  const kind = KNOWN.get(text)
  return kind === undefined ? null : ofKind(kind)
}

function ofKind(kind: string): Meaning | null {
  if (kind === 'off' || kind === 'leave' || kind === 'closed') return { kind }
  const work = WORKS.find((one) => one === kind)
  return work === undefined ? null : { kind: 'works', work, site: null }
}

/**
 * Matches a site by id, name, or the first words of its name if they are unique: "Clare" or "Clare Guildhall" for Clare Guildhall
 * Surgery.
 */
export function siteNamed(text: string, { mapping, sites }: Pick<ImportContext, 'mapping' | 'sites'>): string | null {
  const wanted = text.toLowerCase().trim()
  const mapped = mapping.sites?.[wanted]
  if (mapped !== undefined) return mapped
  const whole = sites.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
  if (whole !== undefined) return whole.id
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '')
  const alike = sites.filter(({ name }) => wanted.length >= 3 && `${plain(name)} `.startsWith(`${plain(wanted)} `))
  return alike.length === 1 ? (alike[0]?.id ?? null) : null
}

/** The kind of work a heading names, in which case the cells below it name people; otherwise null. */
export function workNamed(text: string): Work | null {
  const plain = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(1st|2nd|first|second) /, '')
    .trim()
  const kind = KNOWN.get(plain)
  const work = WORKS.find((one) => one === kind)
  return work !== undefined && plain.length > 2 ? work : null
}
