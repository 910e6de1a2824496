/** Sheet names that Excel accepts: at most 31 characters, no forbidden characters, unique. */

const LONGEST = 31

/** In order; duplicates are numbered. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>(['history'])
  return wanted.map((name) => {
    const plain = name
      .replaceAll(/[\p{C}[\]:*?/\\]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '')
    const free = firstFree(plain === '' ? 'Sheet' : plain, taken)
    taken.add(free.toLowerCase())
    return free
  })
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` (${n})`
    const tried = `${cutTo(name, LONGEST - end.length)}${end}`
    if (!taken.has(tried.toLowerCase())) return tried
  }
}

/** Never leaves an unpaired surrogate at the end. */
function cutTo(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/\p{Cs}$/u, '')
    .replace(/[' ]+$/, '')
}
