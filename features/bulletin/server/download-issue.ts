import type { FileCache } from '@jianbao/platform/files'
import type { DownloadFormat, Issue } from '../contract/index.ts'
import { composeBulletin } from './compose-bulletin.ts'
import type { Typesetting } from './typesetting.port.ts'

export type DownloadWish = { format: DownloadFormat; standard?: 'ua-1' | 'a-2a'; red?: 'screen' | 'press' }
export type IssueFile = { name: string; mediaType: string; bytes: Uint8Array }

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<DownloadFormat, string>

/** Sets an issue in the wished form. A PDF is kept by what it was made from, so an edited issue is set anew. */
export async function downloadIssue(
  services: { typesetting: Typesetting; cache: FileCache },
  issue: Issue,
  wish: DownloadWish,
): Promise<IssueFile> {
  return {
    name: fileName(issue, wish.format),
    mediaType: mediaTypes[wish.format],
    bytes: await set(services, issue, wish),
  }
}

async function set(
  { typesetting, cache }: { typesetting: Typesetting; cache: FileCache },
  issue: Issue,
  { format, standard = 'ua-1', red = 'screen' }: DownloadWish,
): Promise<Uint8Array> {
  const bulletin = await composeBulletin(typesetting, issue)
  if (format === 'txt') return Buffer.from(await typesetting.text(bulletin))
  if (format === 'html') return Buffer.from(await typesetting.html(bulletin, { standalone: true }))
  if (format === 'docx') return typesetting.docx(bulletin)
  const key = JSON.stringify([typesetting.version, standard, red, bulletin])
  return cache.get(key, () => typesetting.pdf(bulletin, { standard, red }))
}

/** `<series>第N期.<ext>`, as an office would name the file. */
export function fileName(
  issue: Pick<Issue, 'series' | 'issueNo' | 'special' | 'date' | 'headlines'>,
  ext: string,
): string {
  const number = issue.issueNo === null ? '' : `${issue.special ? '增刊' : ''}第${issue.issueNo}期`
  const name =
    `${issue.series ?? ''}${number}` || issue.headlines[0]?.slice(0, 40) || `简报${issue.date ?? ''}`
  return `${name}.${ext}`
}
