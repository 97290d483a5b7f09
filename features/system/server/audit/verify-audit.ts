import { access } from 'node:fs/promises'
import type { Act, Scope } from '@jianbao/platform/access'
import { type ChainReport, chainHead, readAnchors, verifyChain } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import type { AuditChain, AuditVerification } from '../../contract/index.ts'
import { findEntry, selectEntries } from './audit.store.ts'
import { auditConditions } from './audit-filter.ts'

/** What walks the chain of this process: one walk at a time, whoever asks meanwhile waits for the same. */
export class Verifier {
  readonly #db: Database
  readonly #anchors: string
  #walk: Promise<ChainReport> | null = null
  running: { checked: number; total: number } | null = null

  /** `anchors`: the file in which the hashes of earlier moments are kept; it need not be there. */
  constructor(db: Database, anchors: string) {
    this.#db = db
    this.#anchors = anchors
  }

  verify(): Promise<ChainReport> {
    this.#walk ??= this.#verify().finally(() => {
      this.#walk = null
      this.running = null
    })
    return this.#walk
  }

  async #verify(): Promise<ChainReport> {
    this.running = { checked: 0, total: (await chainHead(this.#db)).id }
    const there = await access(this.#anchors).then(
      () => true,
      () => false,
    )
    return verifyChain(this.#db, {
      ...(there ? { anchors: readAnchors(this.#anchors) } : {}),
      onProgress: (checked, total) => {
        this.running = { checked, total }
      },
    })
  }
}

/** Walks the whole chain and records what came out; that record is where the next reader sees when it was done. */
export async function verifyAudit(verifier: Verifier, act: Act): Promise<void> {
  const { checked, anchors, fault } = await verifier.verify()
  await act(null, async (_tx, _scope, entry) => {
    entry.after = { checked, anchors, fault }
  })
}

/** How the chain stands: its end, the walk under way, and what the last one in the reader's units found. */
export async function getAuditChain(
  tx: Database,
  scope: Scope,
  { head, running }: Pick<AuditChain, 'head' | 'running'>,
): Promise<AuditChain> {
  const where = sql`e.action = 'audit.verify' and e.outcome = 'done' and ${await auditConditions(tx, scope, {})}`
  const [last] = await selectEntries(tx, where, { limit: 1, offset: 0 })
  const found = last && (await findEntry(tx, sql`e.id = ${last.id}`))
  const verified = found?.after as Pick<AuditVerification, 'checked' | 'anchors' | 'fault'> | undefined
  return {
    head,
    running,
    verified: found && verified ? { at: found.at, by: found.actorName, ...verified } : null,
    may: ['verify', 'export'],
  }
}
