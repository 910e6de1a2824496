/** The type of a check that produces remarks. */
import type { Remark } from '../../remark.ts'
import type { Horizon } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'

/** Finds one kind of probable mistake in a valid document. */
export type Look = (document: RotaDocument, horizon: Horizon) => readonly Remark[]
