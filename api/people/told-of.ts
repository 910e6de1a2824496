/** What documents and rotas tell of one person. */
import type { PersonResponse } from '../contract/weeks.ts'
import { fieldsOf, rowsOf } from './fields.ts'

type ToldInDocument = PersonResponse['documents'][number]
type ToldInRota = PersonResponse['rotas'][number]

/** Null where the document does not know the person. */
export function toldInDocument(body: string, person: string): Omit<ToldInDocument, 'documentHash'> | null {
  const document = fieldsOf(JSON.parse(body))
  const entry = rowsOf(document.people).find((row) => row.id === person)
  if (entry === undefined) return null
  const theirs = (rows: unknown) => rowsOf(rows).filter((row) => row.person === person)
  return {
    weekFrom: String(fieldsOf(document.week).from),
    entry,
    pins: theirs(document.pins),
    published: theirs(document.published),
    history: theirs(document.history),
    before: theirs(document.before),
  }
}

/** `findings` are those of the report, or of the judgement of a rota that was made by hand. */
export function toldInRota(
  { body, judgement }: { readonly body: string; readonly judgement: string | null },
  person: string,
): Omit<ToldInRota, 'weekFrom' | 'version'> {
  const rota = fieldsOf(JSON.parse(body))
  const { findings } = judgement === null ? rota : fieldsOf(JSON.parse(judgement))
  return {
    assignments: rowsOf(rota.assignments).filter((row) => row.person === person),
    figures: rowsOf(rota.people).filter((row) => row.id === person),
    findings: rowsOf(findings)
      .filter(({ people }) => Array.isArray(people) && people.includes(person))
      .map(({ sentence }) => String(sentence)),
  }
}
