/** Writes docs/rules.md from THE LIST, so that nobody has to keep it by hand: `npm run rules-page`. */
import { writeFileSync } from 'node:fs'
import { rulesPage } from './rules-page/page.ts'

writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage())
