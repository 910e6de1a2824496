/** Draws docs/week.svg from the README's sample: `npx tsx scripts/week-picture.ts`, after `npx tsx scripts/readme-sample.ts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { weekPicture } from './week-picture/picture.ts'

const fileOf = (name: string) => new URL(`../${name}`, import.meta.url)
writeFileSync(fileOf('docs/week.svg'), weekPicture(readFileSync(fileOf('README.md'), 'utf8')))
