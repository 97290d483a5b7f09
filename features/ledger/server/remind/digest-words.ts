import { type ComposedMail, composeMail } from '@jianbao/platform/mail'
import type { LineKind, RemindKind, RemindLine } from '../../contract/index.ts'

/** What a line says; the unit is named when a person has posts in several. */
const words: Readonly<Record<LineKind, string>> = {
  overdue: '项任务已逾期，还没有报送或没有报够',
  near: '项任务一周内到期',
  ahead: '项任务将要到期',
  'commission-missed': '篇约稿已过期限',
  commission: '篇约稿等待交稿',
  commitment: '份责任书、承诺书等待签订',
  review: '篇稿件等待审签',
  desk: '篇来稿等待受理',
}

/** The kind by which people leave a line out of mail. */
export const mutedBy: Readonly<Record<LineKind, RemindKind>> = {
  overdue: 'task',
  near: 'task',
  ahead: 'task',
  'commission-missed': 'commission',
  commission: 'commission',
  commitment: 'commitment',
  review: 'review',
  desk: 'desk',
}

const stop =
  '这是您在简报台订阅的工作提醒，请勿回复。不想再收，或只收其中几种，请登录后在“我的账号”的“邮件提醒”里调整。'

export type MailPlaces = { readonly publicUrl: string | null }

const deskLink = ({ publicUrl }: MailPlaces, path: string): string | null =>
  publicUrl && `${publicUrl}/desk${path}`

/** A digest as mail: counts, the first few titles and links; nothing of what reports say. */
export function digestMail(name: string, lines: readonly RemindLine[], places: MailPlaces): ComposedMail {
  const units = new Set(lines.map(line => line.unitId)).size
  const count = lines.reduce((sum, line) => sum + line.count, 0)
  return composeMail({
    subject: `简报台：今天有 ${count} 件事提醒您`,
    opening: `${name}：\n今天有 ${count} 件事提醒您。`,
    lines: lines.map(line => ({
      words: `${units > 1 ? `${line.unitName}：` : ''}${line.count} ${words[line.kind]}`,
      link: deskLink(places, line.link),
      notes: notesOf(line),
    })),
    stop,
    stopLink: deskLink(places, '/account'),
  })
}

function notesOf({ titles, count }: { titles: readonly string[]; count: number }): string[] {
  return count > titles.length ? [...titles, '……'] : [...titles]
}

export type CallWords = {
  readonly name: string
  readonly unitName: string
  readonly by: string
  readonly words: string | null
  readonly count: number
  readonly titles: readonly string[]
  readonly link: string
}

/** What a coordinator asks by hand, as mail. */
export function callMail(
  { name, unitName, by, words, count, titles, link }: CallWords,
  places: MailPlaces,
): ComposedMail {
  return composeMail({
    subject: `简报台催办：${unitName} ${count} 项任务`,
    opening: `${name}：\n${by} 催办${unitName}的 ${count} 项任务${words ? `：${words}` : '，请尽快报送。'}`,
    lines: [
      { words: `${count} 项任务等待报送`, link: deskLink(places, link), notes: notesOf({ titles, count }) },
    ],
    stop,
    stopLink: deskLink(places, '/account'),
  })
}
