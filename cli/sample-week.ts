/** The week that a newcomer has just seen in the terminal, stored in their service, so that the pages have it as well. */
import { ruleBook } from '../solver/rules/index.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { checkDocument } from '../src/intake/document.ts'
import { recordOf } from '../src/intake/record/from-document.ts'
import type { Report } from '../src/report.ts'

const ONCE = { 'If-None-Match': '*' }

/**
 * Stores the network's record, the week and its rota, unless there are any: what somebody has changed since the last start stays. The
 * path of the week's page; null where the service would not take it.
 */
export async function storeSampleWeek(
  url: string,
  given: unknown,
  report: Pick<Report, 'assignments'>,
): Promise<string | null> {
  const document = checkDocument(given, ruleBook())
  const { ods } = document.network
  const week = `networks/${ods}/weeks/${document.week.from}`
  const send = async (method: string, path: string, body: unknown, headers = {}) => {
    const json = { 'Content-Type': 'application/json', ...headers }
    return (await fetch(`${url}/v1/${path}`, { method, headers: json, body: JSON.stringify(body) })).status
  }
  await send('PUT', `networks/${ods}/record`, recordOf(document, readAtlas()), ONCE)
  const stored = await send('PUT', `${week}/document`, given, ONCE)
  if (stored === 201) return (await send('POST', `${week}/rotas`, report)) === 201 ? `/${week}` : null
  return stored === 412 ? `/${week}` : null
}
