import { Problem } from '@jianbao/errors'
import { holds, type Person, type Scope, scopeOf } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import {
  type Recognition,
  type RecognitionPage,
  type RecognitionQuery,
  scoreRegistrars,
} from '../../contract/index.ts'
import { findPath } from '../ranking/ranking.store.ts'
import { countRecognitions, ownRoots, type RecognitionRow, selectRecognitions } from './recognition.store.ts'

type Viewer = { readonly scope: Scope; readonly person: Person | null | undefined }

/** One page of what was registered, revoked ones among them. Throws `not-found` when `under` is out of sight. */
export async function listRecognitions(
  tx: Database,
  viewer: Viewer,
  query: RecognitionQuery,
): Promise<RecognitionPage> {
  const { page = 1, pageSize = 20, under } = query
  const underPath = under === undefined ? null : await findPath(tx, viewer.scope, under)
  if (under !== undefined && underPath === null) throw new Problem('not-found')
  const wish = { ...query, underPath }
  const slice = { limit: pageSize, offset: (page - 1) * pageSize }
  const rows = await selectRecognitions(tx, viewer.scope, wish, slice)
  return {
    rows: rows.map(row => show(viewer, row)),
    total: await countRecognitions(tx, viewer.scope, wish),
    page,
    pageSize,
  }
}

/** Throws Problem `not-found`. */
export async function getRecognition(tx: Database, viewer: Viewer, id: string): Promise<Recognition> {
  const [row] = await selectRecognitions(tx, viewer.scope, { id, underPath: null }, { limit: 1, offset: 0 })
  if (!row) throw new Problem('not-found')
  return show(viewer, row)
}

function show({ person }: Viewer, { path, at, revokedAt, ...row }: RecognitionRow): Recognition {
  const scope = scopeOf(person ?? null, scoreRegistrars)
  const mine = holds(scope, path) && !ownRoots(scope).includes(path)
  return {
    ...row,
    at: new Date(at).toISOString(),
    revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
    points: revokedAt === null ? row.points : null,
    actions: mine && revokedAt === null ? ['revoke'] : [],
  }
}
