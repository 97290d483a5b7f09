import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import type { Batch, BatchPage } from '../../contract/index.ts'
import { findBatch, selectBatches } from './batch.store.ts'
import { viewBatch } from './batch.view.ts'

type Language = 'zh' | 'en'

export async function listBatches(
  db: Database,
  { page = 1, pageSize = 20 }: { page?: number; pageSize?: number },
  language: Language,
): Promise<BatchPage> {
  const { rows, total } = await selectBatches(db, page, pageSize)
  return { rows: rows.map(row => viewBatch(row, language)), total, page, pageSize }
}

/** Throws `not-found`. */
export async function getBatch(db: Database, id: string, language: Language): Promise<Batch> {
  const row = await findBatch(db, id)
  if (!row) throw new Problem('not-found')
  return viewBatch(row, language)
}
