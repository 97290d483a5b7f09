import { createHash } from 'node:crypto'
import type { FileCache } from '@jianbao/platform/files'
import type { Bulletin } from '@jianbao/typesetting/contract'
import { type DownloadFormat, type Issue, issueNumber } from '../contract/index.ts'
import { composeBulletin } from './compose-bulletin.ts'
import type { Pictures, Typesetting } from './typesetting.port.ts'

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
    bytes: await setBulletin(services, await composeBulletin(services.typesetting, issue), wish),
  }
}

/** The model in the wished form, with its pictures. */
export async function setBulletin(
  { typesetting, cache }: { typesetting: Typesetting; cache: FileCache },
  bulletin: Bulletin,
  { format, standard = 'ua-1', red = 'screen' }: DownloadWish,
  images: Pictures = {},
): Promise<Uint8Array> {
  if (format === 'txt') return Buffer.from(await typesetting.text(bulletin))
  if (format === 'html') return Buffer.from(await typesetting.html(bulletin, { standalone: true }))
  if (format === 'docx') return typesetting.docx(bulletin, { images })
  const pictures = Object.entries(images).map(([key, bytes]) => [
    key,
    createHash('sha256').update(bytes).digest('hex'),
  ])
  const key = JSON.stringify([typesetting.version, standard, red, bulletin, pictures])
  return cache.get(key, () => typesetting.pdf(bulletin, { standard, red, images }))
}

/** `<series>第N期.<ext>`, as an office would name the file. */
export function fileName(
  issue: Pick<Issue, 'series' | 'issueNo' | 'special' | 'date'> & { readonly headlines: readonly string[] },
  ext: string,
): string {
  const name =
    `${issue.series ?? ''}${issueNumber(issue)}` ||
    issue.headlines[0]?.slice(0, 40) ||
    `简报${issue.date ?? ''}`
  return `${name}.${ext}`
}
