/** Fonts that have the letters of most names in England; letters that they lack are printed as boxes. */
import { fileURLToPath } from 'node:url'

const fileOf = (name: string) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))

/** Their files. The library is given these each time: a font under a name of ours it reads again whenever it is used. */
export const FONTS = {
  plain: fileOf('DejaVuSansCondensed'),
  strong: fileOf('DejaVuSansCondensed-Bold'),
} as const
