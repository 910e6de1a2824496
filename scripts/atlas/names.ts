/** Converts names of practices and networks to ordinary capitalisation: the register has them in upper case. */

/** Acronyms that look like words. */
const CAPITALS = new Set(
  'NHS ICB CIC HMP RAF SAS UK NE SE SW II III IV ABC RHND TWNS CHAW LLP PMS APMS BCP A1'.split(' '),
)
/** Abbreviations without vowels that aren't acronyms. */
const ABBREVIATIONS = new Set('ST DR DRS LTD CTR CTRS CNTR CNT RD MC GT GRP PTNR PTNRS HTH HLTH BLVD PRT'.split(' '))
const SMALL = new Set(['and', 'of', 'the', 'in', 'on', 'at', 'by', 'for', 'with', 'under', 'upon', 'sub', 'le'])

/** "ST JOHN'S WOOD & MAIDA VALE PCN" → "St John's Wood & Maida Vale PCN". */
export function inOrdinaryCase(name: string): string {
  return name
    .trim()
    .replace(/\s+/g, ' ')
    .split(/([\s\-/(.&+,])/)
    .map((word, i) => (word.length < 2 ? word.toUpperCase() : wordCase(word, i === 0)))
    .join('')
}

function wordCase(word: string, first: boolean): string {
  const bare = word.replace(/[^A-Z0-9]/gi, '').toUpperCase()
  const initials = bare.length <= 5 && !/[AEIOUY]/.test(bare) && !ABBREVIATIONS.has(bare)
  if (CAPITALS.has(bare) || initials || /^[A-Z]{1,3}\d/.test(bare)) return word.toUpperCase()
  const lower = word.toLowerCase()
  if (!first && SMALL.has(lower)) return lower
  return lower
    .replace(/^(o')?[a-z]/, (start) => start.toUpperCase())
    .replace(/^O'[a-z]/, (start) => start.toUpperCase())
}
