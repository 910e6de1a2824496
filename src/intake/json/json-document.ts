/** Documents as JSON: `rota/1`. */
import type { InputFormat } from '../input-format.ts'
import { parseJson } from './parse-json.ts'

export const jsonDocument: InputFormat = {
  name: 'json',
  does: 'a document, rota/1',
  mediaType: 'application/json',
  ending: '.json',
  read: parseJson,
}
