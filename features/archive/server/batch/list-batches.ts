import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Batch, BatchPage } from '../../contract/index.ts'
import { findBatch, selectBatches } from './batch.store.ts'
import { viewBatch } from './batch.view.ts'

type Language = 'zh' | 'en'

export async function listBatches(
  tx: Database,
  scope: Scope,
  { page = 1, pageSize = 20 }: { page?: number; pageSize?: number },
  language: Language,
): Promise<BatchPage> {
  const { rows, total } = await selectBatches(tx, scope, page, pageSize)
  return { rows: rows.map(row => viewBatch(row, language)), total, page, pageSize }
}

/** Throws `not-found`. */
export async function getBatch(tx: Database, scope: Scope, id: string, language: Language): Promise<Batch> {
  const row = await findBatch(tx, scope, id)
  if (!row) throw new Problem('not-found')
  return viewBatch(row, language)
}
