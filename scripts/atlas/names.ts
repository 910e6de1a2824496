/** Names of practices and networks as people write them: the register has them in capitals throughout. */

/** Words that stay in capitals. */
const CAPITALS = new Set(
  'PCN NHS GP GPS ICB CIC CHA HMP RAF LLR SAS PHL UK NE NW SE SW II III IV ABC BHR RHND DCT TWNS CHAW EPCT LLP A1 PMS APMS BCP EMS'.split(
    ' ',
  ),
)
const SMALL = new Set(['and', 'of', 'the', 'in', 'on', 'at', 'by', 'for', 'with', 'under', 'upon'])

/** "ST JOHN'S WOOD & MAIDA VALE PCN" → "St John's Wood & Maida Vale PCN". */
export function inOrdinaryCase(name: string): string {
  return name
    .trim()
    .replace(/\s+/g, ' ')
    .split(' ')
    .map((word, i) => wordCase(word, i === 0))
    .join(' ')
}

function wordCase(word: string, first: boolean): string {
  const bare = word.replace(/[^A-Z0-9]/gi, '').toUpperCase()
  if (CAPITALS.has(bare) || /\d/.test(bare)) return word.toUpperCase()
  const lower = word.toLowerCase()
  if (!first && SMALL.has(lower)) return lower
  return lower.replace(/(^|[-(/.&"+])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
}
