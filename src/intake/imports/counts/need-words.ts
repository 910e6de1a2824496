/** Maps practices' names for appointment types to needs. */
import type { ImportContext } from '../import-answer.ts'

const WORDS: readonly (readonly [pattern: RegExp, need: string])[] = [
  [/\b(urgent|emergenc(y|ies)|acute|on the day|same[- ]day|duty)\b.*\bvisit/i, 'urgent-visits'],
  [/\b(home visit|visits?|care home)\b/i, 'visits'],
  [/\bminor (illness|ailment)/i, 'minor-illness'],
  [/\b(triage|e-?consults?|online|accurx|askmygp|call ?backs?)\b/i, 'triage'],
  [/\b(urgent|emergenc(y|ies)|acute|on the day|same[- ]day|duty|walk[- ]in)\b/i, 'urgent'],
  [/\b(smears?|cervical|cytology|imms|immunisations?|vaccin\w*|flu|contracepti\w*|coil|baby)\b/i, 'screening'],
  [/\b(bloods?|phlebotomy|dressings?|ecg|injections?|wounds?|treatment room|sutures?|swabs?)\b/i, 'treatment-room'],
  [/\b(diabet\w*|asthma|copd|hypertension|bp check|ltc|long[- ]term|chronic|annual review)\b/i, 'long-term'],
  [/\b(med(ication|icines?|s)? review|smr|medicines?|prescri\w*)\b/i, 'medication'],
  [/\b(physio|msk|joints?|back pain)\b/i, 'msk'],
  [/\b(mental health|counsell\w*)\b/i, 'mental-health'],
  [/\b(social|link worker)\b/i, 'social'],
  [/\b(coach\w*|care coordinat\w*)\b/i, 'coaching'],
  [/\b(routine|f2f|face[- ]to[- ]face|telephone|pre[- ]?book\w*|gp appointments?|follow[- ]?up)\b/i, 'routine'],
]

export type NeedReading =
  | { readonly kind: 'need'; readonly need: string; readonly certain: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

export function needNamed(text: string, { needs, mapping }: Pick<ImportContext, 'needs' | 'mapping'>): NeedReading {
  const plain = text.toLowerCase().trim()
  const mapped = mapping.needs?.[plain]
  if (mapped !== undefined) return mapped === '-' ? { kind: 'none' } : { kind: 'need', need: mapped, certain: true }
  const own = needs.find(({ id, title }) => id === plain || title.toLowerCase() === plain)
  if (own !== undefined) return { kind: 'need', need: own.id, certain: true }
  const meant = WORDS.find(([pattern, need]) => pattern.test(text) && needs.some(({ id }) => id === need))
  return meant === undefined ? { kind: 'unknown' } : { kind: 'need', need: meant[1], certain: false }
}
