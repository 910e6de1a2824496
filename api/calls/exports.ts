/** Exports stored or submitted rotas as files. */
import type { Response } from 'express'
import { z } from 'zod'
import { nearest } from '../../src/intake/suggest.ts'
import type { Written } from '../../src/output/output-format.ts'
import { ROTA_FORMATS } from '../../src/output/output-formats.ts'
import { IN_NESTED_DOCUMENT, IN_PATH, LOOK } from '../access/permissions.ts'
import { exportQuery, exportShape } from '../contract/exports.ts'
import { EXPORT_FORMATS, type ExportFormat, exportFormat } from '../export-formats.ts'
import { whoOf } from '../protection.ts'
import { call, type Header, type Parameter } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'
import { from, notFound, ods, version } from './parameters.ts'
import { rotaIn } from './week-of.ts'
import { required } from './week-rotas.ts'

const NAMES = ROTA_FORMATS.map(({ file }) => file)

const name: Parameter = {
  does: `Which file: ${ROTA_FORMATS.map(({ file, does }) => `\`${file}\`, ${does}`).join('; ')}.`,
  schema: z.enum(NAMES),
  example: NAMES[0] ?? '',
  otherwise: (given) => {
    const maybe = nearest(given, NAMES) ?? NAMES.join(', ')
    return notFound('A rota has no file with this name.', given, maybe)
  },
}

const SAVED: Readonly<Record<string, Header>> = {
  'Content-Disposition': {
    does: 'To be saved, under a name that says which week it is.',
    schema: z.string(),
    example: 'attachment; filename="U99999-2026-11-30-v2-rota.xlsx"',
  },
}

export const getRotaFile = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}/files/{name}',
  name: 'getRotaFile',
  tag: 'Rotas',
  summary: 'Download a rota as a file',
  description:
    'Of a solve’s rota or one made by hand: for spreadsheets, calendars, printing, appointment books and other systems. The audit log notes the download.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, from, version, name },
  answers: { 200: { does: 'The file.', files: ROTA_FORMATS, headers: SAVED } },
  handle:
    ({ kept, ask }) =>
    async ({ params }, response) => {
      const rota = rotaIn(params, response)
      const { network, weekFrom, version } = rota
      const { document, body, madeAt, publishedAt } = await required(kept.findRota(rota, version), version)
      const format = ROTA_FORMATS.find(({ file }) => file === params.name)
      if (format === undefined) throw name.otherwise(params.name, params)
      const at = (publishedAt ?? madeAt).toISOString()
      const asked = {
        ...{ document, rota: body, format: format.name },
        edition: { version, at, isPublished: publishedAt !== null },
      }
      const written = await ask('rotaFile', asked, { who: whoOf(response) })
      await kept.noteExport({ ...rota, file: format.file })
      send(written, { format, prefix: `${network}-${weekFrom}-v${version}` }, response)
    },
})

export const exportRota = call({
  method: 'post',
  path: '/v1/exports',
  name: 'exportRota',
  tag: 'Planning',
  summary: 'Turn a rota into a file',
  description:
    'Of any rota, a report or assignments alone, with its document; nothing is stored. A rota without clinics is exported with the best clinics that its people could hold.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  query: exportQuery,
  body: { kind: 'heavy', schema: exportShape, example: { document: DOCUMENT, rota: ROTA } },
  answers: { 200: { does: 'The file.', files: EXPORT_FORMATS, headers: SAVED } },
  handle:
    ({ ask }) =>
    async ({ body, query: { as } }, response) => {
      const format = exportFormat(as)
      const written = await ask('exportSent', { body, format: as }, { who: whoOf(response) })
      if (format !== undefined) send(written, { format, prefix: '' }, response)
    },
})

interface Sending {
  readonly format: ExportFormat
  /** Identifies the rota; prefixed to the file name. */
  readonly prefix: string
}

/** Always sends an attachment, so that a page with user input is never displayed as one of ours. */
function send(written: Written, { format: { mediaType, file }, prefix }: Sending, response: Response): void {
  const name = [prefix.replaceAll(/[^\w.-]/g, '_'), file].filter((part) => part !== '').join('-')
  response
    .set('Content-Disposition', `attachment; filename="${name}"`)
    .type(mediaType)
    .send(typeof written === 'string' ? written : Buffer.from(written))
}
