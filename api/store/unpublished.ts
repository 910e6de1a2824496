/** Rotas that no publication refers to. */
import type { ExpressionBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** SQL condition on `rotas`: never published. Published rotas stay as long as their week. */
export function isUnpublished({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'rotas'>) {
  return not(
    exists(
      selectFrom('publications')
        .select('id')
        .whereRef('publications.network', '=', 'rotas.network')
        .whereRef('publications.week_from', '=', 'rotas.week_from')
        .whereRef('publications.version', '=', 'rotas.version'),
    ),
  )
}
