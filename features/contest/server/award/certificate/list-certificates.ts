/** Who may have a certificate and who fetched it: the lists behind the numbers. */
import { Readable } from 'node:stream'
import { Problem } from '@jianbao/errors'
import { localDayTime } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import type {
  CertificatePage,
  CertificateRow,
  CertificatesExport,
  CertificatesQuery,
} from '../../../contract/index.ts'
import { maskName } from '../../../contract/index.ts'
import type { HeldContest } from '../contest-of-office.ts'
import { fromEntitled } from '../list-awards.ts'
import { forgottenName } from '../result/publish-results.ts'
import { pointsText } from '../result/result-lines.ts'
import { shownNumber } from './certificate-number.ts'

type Rule = HeldContest['rules']['certificates'][number]
const mostExported = 100_000

/** Throws `not-found` where the contest has no such certificate. */
function ruleOf({ rules }: HeldContest, kind: string | undefined): Rule {
  const rule = kind === undefined ? rules.certificates[0] : rules.certificates.find(({ key }) => key === kind)
  if (!rule) throw new Problem('not-found')
  return rule
}

function fromOf(contest: HeldContest, rule: Rule, list: CertificatesQuery['list']): SQL {
  if (list === 'issued')
    return sql`from contest_certificate f
      join contest_tally t on t.contest_no = f.contest_no and t.player_no = f.player_no
      where f.contest_no = ${contest.no} and f.kind = ${rule.key}`
  // A place is known only while its list is public.
  if (rule.by === 'rank' && contest.state !== 'published') return sql`from contest_tally t where false`
  return fromEntitled(contest, rule)
}

async function readRows(
  tx: Database,
  contest: HeldContest,
  rule: Rule,
  from: SQL,
  { limit, offset }: { limit: number; offset: number },
): Promise<CertificateRow[]> {
  const rows = await rowsOf<{
    player: number
    nickname: string
    forgotten: boolean
    unitName: string | null
    score: number
    attempts: number
    place: number | null
    number: string | null
    issuedAt: string | Date | null
    prints: number
  }>(
    tx,
    sql`select its.*, p.nickname, p.forgotten_at is not null as forgotten, u.name as "unitName", c.number,
        c.issued_at as "issuedAt", coalesce(c.prints, 0) as prints,
        (select l.place from contest_result r join contest_result_line l using (contest_no, edition)
          where r.contest_no = ${contest.no} and r.withdrawn_at is null and l.player_no = its.player) as place
      from (select t.player_no as player, t.unit_no, t.score::float8 as score, t.ms, t.reached_at, t.attempts
        ${from} order by t.score desc, t.ms, t.reached_at, t.player_no limit ${limit} offset ${offset}) its
      join contest_player p on p.contest_no = ${contest.no} and p.no = its.player
      left join contest_unit u on u.contest_id = ${contest.id} and u.no = its.unit_no
      left join contest_certificate c on c.contest_no = ${contest.no} and c.player_no = its.player
        and c.kind = ${rule.key}
      order by its.score desc, its.ms, its.reached_at, its.player`,
  )
  return rows.map(row => ({
    player: row.player,
    name: row.forgotten ? forgottenName : maskName(row.nickname),
    unitName: row.unitName,
    points: pointsText(contest.rules, row.score),
    attempts: row.attempts,
    place: contest.state === 'published' ? row.place : null,
    number: row.number && shownNumber(row.number),
    issuedAt: row.issuedAt && new Date(row.issuedAt).toISOString(),
    prints: row.prints,
  }))
}

export async function listCertificates(
  tx: Database,
  contest: HeldContest,
  { list, kind, page = 1, pageSize = 20 }: CertificatesQuery,
): Promise<CertificatePage> {
  const rule = ruleOf(contest, kind)
  const from = fromOf(contest, rule, list)
  const [counted] = await rowsOf<{ total: number }>(tx, sql`select count(*)::int as total ${from}`)
  const rows = await readRows(tx, contest, rule, from, { limit: pageSize, offset: (page - 1) * pageSize })
  return { rows, total: counted!.total, page, pageSize, kindName: rule.name, title: contest.title }
}

export async function readCertificates(
  tx: Database,
  contest: HeldContest,
  { list, kind }: CertificatesExport,
): Promise<{ kindName: string; rows: CertificateRow[] }> {
  const rule = ruleOf(contest, kind)
  const from = fromOf(contest, rule, list)
  return {
    kindName: rule.name,
    rows: await readRows(tx, contest, rule, from, { limit: mostExported, offset: 0 }),
  }
}

export function writeCertificates(rows: readonly CertificateRow[]): Readable {
  const columns = [
    { heading: '姓名', width: 16 },
    { heading: '单位', width: 28 },
    { heading: '成绩', width: 10 },
    { heading: '次数', width: 8 },
    { heading: '名次', width: 8 },
    { heading: '证书编号', width: 24 },
    { heading: '首次领取', width: 18 },
    { heading: '下载次数', width: 10 },
  ]
  const lines = rows.map((row): SheetCell[] => [
    row.name,
    row.unitName ?? '',
    Number(row.points),
    row.attempts,
    row.place ?? '',
    row.number ?? '',
    row.issuedAt ? localDayTime(new Date(row.issuedAt)) : '',
    row.prints,
  ])
  return writeSheet({ name: '证书', columns }, Readable.from(lines))
}
