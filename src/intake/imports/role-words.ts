/**
 * Matches role titles as practices write them to roles. Anything except a role's own title counts as a guess, and is shown to the user.
 */
import { nearest } from '../suggest.ts'
import type { ImportContext } from './import-answer.ts'

/** Common titles and abbreviations, by role id in networks generated from England's data. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  'gp-partner': ['gp partner', 'partner', 'partner gp', 'senior partner', 'principal', 'gp principal', 'gpp'],
  'salaried-gp': [
    'salaried gp',
    'gp',
    'general practitioner',
    'doctor',
    'dr',
    'salaried',
    'salaried doctor',
    'gp salaried',
    'associate gp',
    'retainer gp',
    'gp retainer',
    'employed gp',
  ],
  'locum-gp': ['locum gp', 'locum', 'gp locum', 'locum doctor'],
  'arrs-gp': ['arrs gp', 'pcn gp', 'network gp', 'gp arrs', 'gp pcn'],
  'gp-registrar': [
    'gp registrar',
    'registrar',
    'gpst',
    'gpst1',
    'gpst2',
    'gpst3',
    'gp st1',
    'gp st2',
    'gp st3',
    'st1',
    'st2',
    'st3',
    'gp trainee',
    'trainee gp',
    'trainee',
    'ait',
    'vts',
    'foundation doctor',
    'fy2',
    'f2',
    'spr',
  ],
  anp: [
    'anp',
    'advanced nurse practitioner',
    'nurse practitioner',
    'np',
    'advanced clinical practitioner',
    'acp',
    'advanced nurse pract',
    'minor illness nurse',
  ],
  'advanced-practitioner': ['advanced practitioner', 'ap', 'arrs anp', 'pcn anp', 'pcn acp'],
  'practice-nurse': [
    'practice nurse',
    'nurse',
    'pn',
    'gpn',
    'general practice nurse',
    'treatment room nurse',
    'rgn',
    'staff nurse',
    'lead nurse',
    'nurse lead',
  ],
  'nursing-associate': ['nursing associate', 'na', 'nurse associate', 'tna', 'trainee nursing associate'],
  hca: [
    'hca',
    'healthcare assistant',
    'health care assistant',
    'hcsw',
    'healthcare support worker',
    'health care support worker',
  ],
  phlebotomist: ['phlebotomist', 'phleb', 'phlebotomy', 'bloods'],
  'gp-assistant': ['gp assistant', 'gpa', 'doctors assistant'],
  pharmacist: [
    'clinical pharmacist',
    'pharmacist',
    'clin pharm',
    'clinical pharm',
    'cp',
    'pharm',
    'pcn pharmacist',
    'ip pharmacist',
    'prescribing pharmacist',
  ],
  'practice-pharmacist': ['practice pharmacist'],
  'pharmacy-technician': ['pharmacy technician', 'pharm tech', 'pharmacy tech', 'technician', 'medicines technician'],
  physio: [
    'first contact physiotherapist',
    'fcp',
    'physio',
    'physiotherapist',
    'first contact practitioner',
    'first contact physio',
    'fcp physio',
    'msk',
    'msk fcp',
    'msk practitioner',
  ],
  paramedic: ['paramedic', 'para', 'pcn paramedic', 'paramedic practitioner', 'advanced paramedic'],
  'practice-paramedic': ['practice paramedic'],
  'physician-assistant': ['physician assistant', 'pa', 'physician associate', 'physicians associate'],
  'social-prescriber': [
    'social prescribing link worker',
    'splw',
    'social prescriber',
    'link worker',
    'social prescribing',
    'sp link worker',
  ],
  'care-coordinator': ['care coordinator', 'cc', 'care co ordinator', 'care navigator', 'pcn care coordinator'],
  'wellbeing-coach': [
    'health and wellbeing coach',
    'hwbc',
    'wellbeing coach',
    'health coach',
    'hwb coach',
    'health & wellbeing coach',
  ],
  'mental-health': [
    'mental health practitioner',
    'mhp',
    'mental health nurse',
    'cpn',
    'mental health',
    'mental health worker',
    'pcmhp',
  ],
  dietitian: ['dietitian', 'dietician'],
  podiatrist: ['podiatrist', 'chiropodist'],
  'occupational-therapist': ['occupational therapist', 'ot'],
  'social-care-practitioner': ['social care practitioner', 'social worker', 'social care worker'],
}

/** Titles of people who aren't planned by this program. */
const OTHERS =
  /\b(reception(ist)?|admin(istrat(or|ion|ive))?|manager|secretar(y|ies)|dispens(er|ing|ary)|cleaner|summariser|coder|it lead|finance|care home team)\b/

export type RoleReading =
  | { readonly kind: 'role'; readonly role: string; readonly title: string; readonly certain: boolean }
  /** Doesn't see patients. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown'; readonly maybe: string | null }

const BY_TITLE = new Map(
  Object.entries(TITLES).flatMap(([role, titles]) => titles.map((title) => [title, role] as const)),
)

export function roleNamed(text: string, { roles, mapping }: Pick<ImportContext, 'roles' | 'mapping'>): RoleReading {
  const plain = plainTitle(text)
  const known = (id: string, certain: boolean): RoleReading | null => {
    const role = roles.find((one) => one.id === id)
    return role === undefined ? null : { kind: 'role', role: role.id, title: role.title, certain }
  }
  const mapped = mapping.roles?.[text.toLowerCase().trim()] ?? mapping.roles?.[plain]
  if (mapped === '-') return { kind: 'other' }
  if (mapped !== undefined) return known(mapped, true) ?? { kind: 'unknown', maybe: null }
  const own = roles.find(({ id, title }) => plainTitle(title) === plain || id === plain)
  if (own !== undefined) return { kind: 'role', role: own.id, title: own.title, certain: true }
  const usual = known(BY_TITLE.get(plain) ?? '', false) ?? known(BY_TITLE.get(plain.replace(/s$/, '')) ?? '', false)
  if (usual !== null) return usual
  if (OTHERS.test(plain)) return { kind: 'other' }
  const near = plain.length < 4 ? undefined : nearest(plain, titlesOf(roles).keys())
  const meant = near === undefined ? null : known(titlesOf(roles).get(near) ?? '', false)
  return (
    meant ?? {
      kind: 'unknown',
      maybe:
        nearest(
          plain,
          roles.map(({ title }) => title),
        ) ?? null,
    }
  )
}

function titlesOf(roles: ImportContext['roles']): ReadonlyMap<string, string> {
  return new Map([...BY_TITLE, ...roles.map(({ id, title }) => [plainTitle(title), id] as const)])
}

/** Removes grades, bands and numbers, which don't identify a role. */
function plainTitle(text: string): string {
  return text
    .toLowerCase()
    .replace(/\((.*?)\)/g, ' ')
    .replace(/\bband\s*\d[a-d]?\b|\bltft\b|\b\d+(\.\d+)?\s*(wte|fte)?\b(?<!st\d)/g, ' ')
    .replace(/[^a-z0-9&]+/g, ' ')
    .trim()
}
