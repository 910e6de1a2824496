/** Files that people have, read as a team, leave, demand or a rota. */

import { z } from 'zod'
import { IN_QUERY, LOOK } from '../access/permissions.ts'
import { importQuery, importResponse } from '../contract/imports.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { networkIn } from './week-of.ts'

/** Media types under which such files are sent; what a file is shows its content. */
const TYPES = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'text/csv',
  'text/plain',
  'text/calendar',
] as const

/** A workbook that takes longer was made to. */
const SECONDS = 30

export const importUpload = call({
  method: 'post',
  path: '/v1/imports',
  name: 'importUpload',
  tag: 'Planning',
  summary: 'Read a spreadsheet, calendar or publication',
  description:
    'A team, leave, demand or a rota, from the file as the body. Every cell that is not understood is listed with its place, and then there is no result; guesses are listed too. Nothing is kept: put the result into the record, the week or a judgement.',
  permission: { by: LOOK, of: IN_QUERY },
  query: importQuery,
  body: { kind: 'file', schema: z.unknown(), example: 'Name,Role,Sessions', types: TYPES },
  answers: { 200: { does: 'What was understood, what was not, and the result.', schema: importResponse } },
  handle:
    ({ ask, kept, today }) =>
    async ({ body, query: { as, network, year, role, site } }, response) => {
      const record =
        network === undefined ? null : await kept.findRecord(networkIn({ ods: network }, response).network, null)
      const asked = {
        body,
        as,
        today: today(),
        record: record?.body ?? null,
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(role === undefined ? {} : { role }),
        ...(site === undefined ? {} : { site }),
      }
      response.type('json').send(await ask('importUpload', asked, { who: whoOf(response), seconds: SECONDS }))
    },
})
