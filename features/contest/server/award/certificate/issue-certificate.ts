import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Certificate } from '@jianbao/typesetting/contract'
import { maskName } from '../../../contract/index.ts'
import { awardKeyOf } from '../award-key.ts'
import type { AwardContest, OwnStanding } from '../find-own.ts'
import { certificateNumber, certificateSeal, shownNumber } from './certificate-number.ts'
import { type CertificateRule, certificatesOf, certificateText } from './certificates-of.ts'

export type NameShown = 'whole' | 'masked'
export type IssuedCertificate = { readonly certificate: Certificate; readonly issuedAt: Date }

/** What somebody may have now; by place only once results are public. */
export const ownCertificates = (contest: AwardContest, own: OwnStanding): CertificateRule[] =>
  own.forgotten ? [] : certificatesOf(contest.rules, { ...own, place: own.line?.place ?? null })

/**
 * Writes down that a certificate was printed and answers what stands on it; its number and day stay those of the first
 * time. Setting it is for after the transaction.
 */
export async function issueCertificate(
  tx: Database,
  contest: AwardContest,
  own: OwnStanding,
  {
    rule,
    nameShown,
    siteUrl,
    now,
  }: { rule: CertificateRule; nameShown: NameShown; siteUrl: string; now: Date },
): Promise<IssuedCertificate> {
  const key = await awardKeyOf(tx, contest.no)
  const number = certificateNumber(key, own.no, rule.key)
  const masked = maskName(own.nickname)
  const name = nameShown === 'whole' ? own.nickname : masked
  const text = certificateText({ title: contest.title, groupName: own.groupName }, contest.rules, rule, {
    ...own,
    place: own.line?.place ?? null,
  })
  const unit = own.unitName ?? ''
  const seal = certificateSeal(key, [number, name, unit, text, rule.name])
  const at = now.toISOString()
  const [row] = await rowsOf<{ issuedAt: string | Date }>(
    tx,
    sql`insert into contest_certificate (number, contest_no, player_no, kind, name, seal, issued_at, printed_at)
      values (${number}, ${contest.no}, ${own.no}, ${rule.key}, ${masked}, ${seal}, ${at}, ${at})
      on conflict (contest_no, player_no, kind) do update set seal = excluded.seal, name = excluded.name,
        printed_at = excluded.printed_at, prints = contest_certificate.prints + 1
      returning issued_at as "issuedAt"`,
  )
  const issuedAt = new Date(row!.issuedAt)
  return {
    issuedAt,
    certificate: {
      schema: 'jianbao-certificate/1',
      heading: rule.by === 'attempts' ? '参赛证书' : '荣誉证书',
      name,
      unit: unit || null,
      text,
      award: rule.name,
      issuer: contest.organiser,
      date: localDay(issuedAt),
      number: shownNumber(number),
      seal,
      address: `${siteUrl}/contests/check/${number}`,
      closing: rule.by === 'attempts' ? '特发此证，以资纪念。' : '特发此证，以资鼓励。',
    },
  }
}
