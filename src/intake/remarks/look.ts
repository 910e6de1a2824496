/** One kind of thing that is accepted and doubted. */
import type { Remark } from '../../remark.ts'
import type { Horizon } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'

/** What such a look finds in a document that is right in itself. */
export type Look = (document: RotaDocument, horizon: Horizon) => readonly Remark[]
