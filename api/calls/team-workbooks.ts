/** A network's team as a spreadsheet, to correct and import again. */
import { z } from 'zod'
import { IN_PATH, LOOK } from '../access/permissions.ts'
import { refusingAs } from '../problems.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { nextMonday } from './networks.ts'
import { ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const getTeamWorkbook = call({
  method: 'get',
  path: '/v1/networks/{ods}/record/team.xlsx',
  name: 'getTeamWorkbook',
  tag: 'Record',
  summary: 'Download the team as a spreadsheet',
  description:
    'A row for each person, with role, sessions, practice and usual week. Import it again with `as=team`. Without a stored record, of the one that would be proposed.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: {
    200: {
      does: 'The workbook.',
      files: [{ mediaType: WORKBOOK, does: 'a workbook with a row for each person' }],
      headers: {
        'Content-Disposition': {
          does: 'To be saved, under a name that says which network it is.',
          schema: z.string(),
          example: 'attachment; filename="U99999-team.xlsx"',
        },
      },
    },
  },
  handle:
    (deps) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      const stored = await deps.kept.findRecord(network, null)
      const proposed = () => {
        const known = refusingAs('not-found', () => deps.networkOf(network))
        return JSON.stringify(deps.proposedRecord(known.ods, { week: nextMonday(deps.today()), seed: 1 }))
      }
      const asked = { record: stored?.body ?? proposed(), today: deps.today() }
      const bytes = await deps.ask('teamWorkbook', asked, { who: whoOf(response) })
      response
        .set('Content-Disposition', `attachment; filename="${network.replaceAll(/[^\w.-]/g, '_')}-team.xlsx"`)
        .type(WORKBOOK)
        .send(Buffer.from(bytes))
    },
})
