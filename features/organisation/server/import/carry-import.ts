/** Carries an import through the step whose turn it is: the check, or, confirmed, the writing. */
import { Problem } from '@jianbao/errors'
import { type Person as Caller, enterScope, readInScope, type Scope, scopeOf } from '@jianbao/platform/access'
import { act } from '@jianbao/platform/audit'
import { type Database, withRole } from '@jianbao/platform/db'
import { toProblem } from '@jianbao/platform/http'
import type { Job } from '@jianbao/platform/jobs'
import { notify } from '@jianbao/platform/notify'
import { importKeepers } from '../../contract/index.ts'
import { findPosts } from '../people/find-posts.ts'
import type { ReadSheet } from '../sheet/sheet.types.ts'
import { lockTree } from '../unit.store.ts'
import { type Examined, examineSheet } from './examine-sheet.ts'
import type { ImportServices } from './import.services.ts'
import { endStep, type ImportEnd, type ImportRow, noteStep, saveResult } from './import.store.ts'
import { noteProgress } from './note-progress.ts'
import { openSealedSheet } from './receive-import.ts'
import { writePeople } from './write-people.ts'
import { writeUnits } from './write-units.ts'

/** After so many attempts over which the process died, the sheet is taken to be the reason. */
const attemptsAllowed = 5

type Importer = { readonly caller: Caller; readonly scope: Scope }

/**
 * Nothing is half imported: the writing is one transaction with its entry of the trail, its row and its job. What a
 * process died over begins again; the stop of the server puts it back in line.
 */
export async function carryImport(
  services: ImportServices,
  row: ImportRow,
  job: Job,
  signal: AbortSignal,
): Promise<void> {
  const { db, onError } = services
  try {
    if (job.attempts >= attemptsAllowed) {
      const reason = `处理了 ${attemptsAllowed} 次，每次系统都中断，不再自动重试。请拆成几份再试`
      throw new Problem('sheet-unusable', { file: row.fileName, reason })
    }
    const importer = await findImporter(db, row.actsFor)
    const sheet = await readSheetOf(services, row, signal)
    if (row.state === 'checking') await check(services, row, job, importer, sheet)
    else await write(services, row, job, importer, sheet)
  } catch (error) {
    if (signal.aborted) return await db.transaction(tx => job.putBack(tx))
    const problem = toProblem(error, row.id)
    if (!(error instanceof Problem)) onError(error)
    const { code, details } = problem
    const ended = { state: 'failed', problem: { code, details } } as const
    await db.transaction(tx => conclude(services, tx, row, job, ended))
  }
}

/** Whoever imports, with the rights they have now: they may have lost them since they sent the sheet. */
async function findImporter(db: Database, personId: string): Promise<Importer> {
  const posts = await findPosts(db, personId)
  const caller: Caller = {
    id: personId,
    name: '',
    username: '',
    posts: posts ?? [],
    mustChangePassword: false,
    mustSetUpSecondFactor: false,
  }
  const scope = scopeOf(caller, importKeepers)
  if (!scope.roots.length) throw new Problem('not-found')
  return { caller, scope }
}

async function readSheetOf(
  services: ImportServices,
  row: ImportRow,
  signal: AbortSignal,
): Promise<ReadSheet> {
  const { db, onError, reader } = services
  const bytes = await openSealedSheet(services, row)
  const progress = noteProgress((done, total) => noteStep(db, row.id, done, total), onError)
  const task = { task: 'read', file: row.fileName, bytes, kind: row.kind } as const
  try {
    return await reader.do(task, { signal, onProgress: progress.note })
  } finally {
    await progress.noted()
  }
}

async function check(
  services: ImportServices,
  row: ImportRow,
  job: Job,
  { caller, scope }: Importer,
  sheet: ReadSheet,
): Promise<void> {
  const { db, sealer } = services
  const bearer = { scope, personId: caller.id }
  const wish = { kind: row.kind, callerId: caller.id, sealer }
  const found = await readInScope(db, bearer, tx => examineSheet(tx, scope, sheet, wish))
  await db.transaction(async tx => {
    await saveResult(tx, row.id, { ...sheet, ...found })
    await conclude(services, tx, row, job, endOf(found))
  })
}

function endOf({ problems, outcomes }: Examined): ImportEnd {
  if (problems.length) return { state: 'refused', outcomes, problemCount: problems.length }
  const changes = outcomes.some(({ kind }) => kind !== 'unchanged')
  return { state: changes ? 'checked' : 'done', outcomes }
}

/** What was found to be wrong only now; the transaction that found it writes nothing. */
class Stale extends Error {
  override readonly name = 'Stale'
  readonly found: Examined

  constructor(found: Examined) {
    super('the register has changed since the check')
    this.found = found
  }
}

async function write(
  services: ImportServices,
  row: ImportRow,
  job: Job,
  { caller, scope }: Importer,
  sheet: ReadSheet,
): Promise<void> {
  const { db, clock, onError, sealer } = services
  const action = row.kind === 'units' ? 'unit.import' : 'person.import'
  const actor = { kind: 'person', id: caller.id, unitId: row.unitId } as const
  const progress = noteProgress((done, total) => noteStep(db, row.id, done, total), onError)
  try {
    await act(db, clock, { actor, action, object: row.id }, async (tx, entry) => {
      await enterScope(tx, { scope, personId: caller.id })
      await lockTree(tx)
      const found = await examineSheet(tx, scope, sheet, { kind: row.kind, callerId: caller.id, sealer })
      if (found.problems.length) throw new Stale(found)
      const total = found.outcomes.filter(({ kind }) => kind !== 'unchanged').length
      const now = clock.now()
      const note = (done: number): void => progress.note(done, total)
      if (found.kind === 'units') await writeUnits(tx, now, found.nodes, found.plan, note)
      else await writePeople(tx, scope, found.plan, { caller, now, sealer }, note)
      entry.words = row.fileName
      entry.unitId = row.unitId
      entry.after = entryOf(row, found)
      await withRole(tx, 'owner', async () => {
        await saveResult(tx, row.id, { ...sheet, ...found })
        await conclude(services, tx, row, job, { ...endOf(found), state: 'done' })
      })
    })
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    const { found } = error
    await db.transaction(async tx => {
      await saveResult(tx, row.id, { ...sheet, ...found })
      await conclude(services, tx, row, job, endOf(found))
    })
  } finally {
    await progress.noted()
  }
}

/** The trail names the first rows; all of them stand in the result of the import. */
const mostInTrail = 200

function entryOf(row: ImportRow, { outcomes }: Examined): object {
  const written = outcomes.filter(({ kind }) => kind !== 'unchanged')
  const rows = written.slice(0, mostInTrail).map(({ kind, name, columns }) => ({ kind, name, columns }))
  return {
    file: row.fileName,
    new: written.filter(({ kind }) => kind === 'new').length,
    changed: written.filter(({ kind }) => kind === 'changed').length,
    rows,
  }
}

/** The row, the job out of the line and a word to whoever sent the sheet, in the caller's transaction. */
async function conclude(
  { clock }: ImportServices,
  tx: Database,
  row: ImportRow,
  job: Job,
  end: ImportEnd,
): Promise<void> {
  if (!(await endStep(tx, row.id, end, clock.now()))) {
    await job.done(tx)
    return
  }
  const told = { to: [row.personId], details: { file: row.fileName }, at: clock.now() }
  const link = `/imports/${row.id}`
  if (end.state === 'done') await notify(tx, { ...told, kind: 'import.finished', link })
  if (end.state === 'refused' || end.state === 'failed')
    await notify(tx, { ...told, kind: 'import.failed', link })
  if (end.state === 'checked') await notify(tx, { ...told, kind: 'import.waiting', link })
  await job.done(tx)
}
