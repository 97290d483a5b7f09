import { type Migration, readMigrations } from '@jianbao/platform/db'
import { Issue, IssueColumn, IssuePage, IssueSeal, IssueSummary } from '../contract/index.ts'

export { aboutIssue } from './about-issue.ts'
export { type BulletinServices, bulletinRoutes } from './bulletin.routes.ts'
export { composeBulletin } from './compose-bulletin.ts'
export { type DownloadWish, downloadIssue, type IssueFile } from './download-issue.ts'
export { readForm } from './frozen-issue.ts'
export { deedsFor, type IssueRights, noRights, publishers, reviewers, rightsOf } from './issue-rights.ts'
export { findSameIssues, getIssue, listIssues } from './list-issues.ts'
export { bulletinWork } from './list-work.ts'
export { publishIssue, withdrawIssue } from './publish-issue.ts'
export { type ComposedArticle, type ComposedIssue, recordComposed } from './record-composed.ts'
export { type NewErratum, recordErratum } from './record-erratum.ts'
export { findIssueIds, recordIssues, removeIssues } from './record-issues.ts'
export type { Pictures, Typesetting } from './typesetting.port.ts'

/** Shapes that get a name in the API document. */
export const bulletinShapes = { Issue, IssueColumn, IssuePage, IssueSeal, IssueSummary }

export const bulletinMigrations = (): Promise<Migration[]> =>
  readMigrations('bulletin', new URL('./migrations/', import.meta.url))
