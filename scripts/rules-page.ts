/** Generates docs/rules.md from THE LIST: `npm run rules-page`. */
import { writeFileSync } from 'node:fs'
import { rulesPage } from './rules-page/page.ts'

writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage())
