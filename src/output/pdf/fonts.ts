/** Fonts that cover most names in England. Missing letters are printed as boxes. */
import { fileURLToPath } from 'node:url'

const fileOf = (name: string) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

/** Paths of the font files. They are passed to the library each time: a font registered under a name would be read again on every use. */
export const FONTS = {
  plain: fileOf('DejaVuSansCondensed'),
  strong: fileOf('DejaVuSansCondensed-Bold'),
} as const
