/** A short checksum of a sheet's contents, used to detect which sheets of an exported workbook have been edited. Not tamper-proof. */

/** Ignores blank cells and rows around the contents. */
export function sheetCheck(rows: readonly (readonly string[])[]): string {
  const text = rows
    .map((row) =>
      row
        .map((cell) => cell.replace(/[\s\u00A0\u200B\uFEFF]+/gu, ' ').trim())
        .join('\t')
        .trimEnd(),
    )
    .join('\n')
    .trimEnd()
  let [low, high] = [SEED, SEED ^ text.length]
  for (let n = 0; n < text.length; n += 1) {
    low = Math.imul(low ^ text.charCodeAt(n), PRIME)
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - n), PRIME)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/** FNV-1a, run forwards and backwards. */
const SEED = 0x811c9dc5
const PRIME = 0x01000193
