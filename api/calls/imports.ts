/** Imports uploaded files as a team, leave, demand or a rota. */

import { z } from 'zod'
import { IN_QUERY, LOOK } from '../access/permissions.ts'
import { importQuery, importResponse } from '../contract/imports.ts'
import type { Deps } from '../deps.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { nextMonday } from './networks.ts'
import { networkIn } from './week-of.ts'

/** Accepted media types; the actual format is detected from the content. */
export const FILE_TYPES = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/zip',
  'text/csv',
  'text/plain',
  'text/calendar',
] as const

/** Timeout in seconds; a workbook that takes longer is hostile. */
const SECONDS = 30

export const importUpload = call({
  method: 'post',
  path: '/v1/imports',
  name: 'importUpload',
  tag: 'Planning',
  summary: 'Read a spreadsheet, calendar or publication',
  description:
    'A team, leave, demand or a rota, from the file as the body. Every cell that is not understood is listed with its place, and then there is no result; guesses are listed too. A file may have up to 96 MB (a workbook or calendar 32). Nothing is kept: put the result into the record, the week or a judgement.',
  permission: { by: LOOK, of: IN_QUERY },
  query: importQuery,
  headers: {
    'Import-Mapping': {
      does: 'Corrections for this file, beside those that the record remembers: JSON of `roles`, `words`, `people`, `needs` and `sites`, percent-encoded.',
      schema: z.string().max(8000, 'has more than 8,000 characters.'),
      example: encodeURIComponent('{"roles":{"np2":"anp"}}'),
    },
  },
  body: { kind: 'file', schema: z.unknown(), example: 'Name,Role,Sessions', types: FILE_TYPES },
  answers: { 200: { does: 'What was understood, what was not, and the result.', schema: importResponse } },
  handle:
    (deps) =>
    async ({ body, query: { as, network, week, year, role, site }, headers }, response) => {
      const tenant = network === undefined ? null : networkIn({ ods: network }, response)
      const asked = {
        as,
        today: deps.today(),
        record: tenant === null ? null : await recordOf(tenant.network, deps),
        week: tenant === null || week === undefined ? null : await weekOf(tenant.network, week, deps),
        mapping: headers['Import-Mapping'] ?? null,
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(role === undefined ? {} : { role }),
        ...(site === undefined ? {} : { site }),
      }
      const who = whoOf(response)
      const answer = await body.lend((file) =>
        deps.ask('importUpload', { ...asked, ...file }, { who, seconds: SECONDS }),
      )
      response.type('json').send(answer)
    },
})

/** JSON of the network's record, stored or proposed from open data; null if there is neither. */
export async function recordOf(network: string, deps: Deps): Promise<string | null> {
  const stored = await deps.kept.findRecord(network, null)
  if (stored !== null) return stored.body
  if (!deps.findNetworks(network).some(({ ods }) => ods === network)) return null
  return JSON.stringify(deps.proposedRecord(network, { week: nextMonday(deps.today()), seed: 1 }))
}

async function weekOf(network: string, from: string, { kept }: Deps) {
  const stored = await kept.findDocument({ network, weekFrom: from }, null)
  return { from, document: stored?.body ?? null }
}
