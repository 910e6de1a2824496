/** Text that any file can hold: no control characters, no half characters, none that XML forbids. */

const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

export function writableText(text: string): string {
  return text.replaceAll(UNWRITABLE, '')
}
