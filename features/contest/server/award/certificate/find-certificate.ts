import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../../contract/index.ts'
import { readNumber } from './certificate-number.ts'
import { certificatesOf, reasonWords } from './certificates-of.ts'

/** All that anybody learns of a certificate by its number. */
export type CheckedCertificate = {
  readonly number: string
  /** Masked. */
  readonly name: string
  readonly award: string
  readonly reason: string
  readonly title: string
  readonly slug: string
  readonly organiser: string
  readonly issuedAt: Date
  readonly seal: string
}

type Row = {
  kind: string
  name: string
  seal: string
  issued_at: string | Date
  title: string
  slug: string
  rules: ContestRules
  organiser: string
  score: number
  attempts: number
  place: number | null
}

/** Null for every number that is none, and for a certificate whose attempts count for nothing any more. */
export async function findCertificate(tx: Database, typed: string): Promise<CheckedCertificate | null> {
  const number = readNumber(typed)
  if (!number) return null
  const [row] = await rowsOf<Row>(tx, sql`select * from find_certificate(${number})`)
  // By the standing of today: what was won with attempts that count for nothing any more is no certificate.
  const rule = row && certificatesOf(row.rules, row).find(({ key }) => key === row.kind)
  if (!rule) return null
  return {
    number,
    name: row.name,
    award: rule.name,
    reason: reasonWords(rule),
    title: row.title,
    slug: row.slug,
    organiser: row.organiser,
    issuedAt: new Date(row.issued_at),
    seal: row.seal,
  }
}
