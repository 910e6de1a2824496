/** Text that any file format can hold: no control characters, no unpaired surrogates, nothing XML forbids. */

const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

export function writableText(text: string): string {
  return text.replaceAll(UNWRITABLE, '')
}
