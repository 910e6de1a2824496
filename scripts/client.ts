/** Writes client/calls.ts from the OpenAPI document, so that the two cannot part ways: `npm run client`. */
import { writeFileSync } from 'node:fs'
import { OPENAPI } from '../api/openapi/document.ts'
import { clientSource } from './client/client-source.ts'

writeFileSync(new URL('../client/calls.ts', import.meta.url), clientSource(OPENAPI))
