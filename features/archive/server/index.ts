import {
  DocumentArticle,
  DocumentColumn,
  EventFact,
  FigureMention,
  IntakeDocument,
  IntakeWarning,
  UnitMention,
} from '@jianbao/intake/contract'
import { type Migration, readMigrations } from '@jianbao/platform/db'
import {
  ArchiveDocument,
  Batch,
  DocumentPage,
  DocumentSummary,
  EventPage,
  FigurePage,
  FoundArticle,
  FoundEvent,
  Review,
  ReviewEdit,
  SearchHit,
  SearchPage,
  Timeline,
  UnitStory,
  UploadAnswer,
} from '../contract/index.ts'

export type { ArchiveLimits, ArchiveServices } from './archive.services.ts'
export { getBatch } from './batch/list-batches.ts'
export { findMarks, findPassages } from './find/highlight.ts'
export { findMigrations, type RecordedEvent, type RecordedIssue, recordFacts } from './find/index.ts'
export { normaliseText } from './find/normalise-text.ts'
export { searchArticles } from './find/search-articles.ts'
export { parseSearch } from './find/search-query.ts'
export { textPairs } from './find/text-pairs.ts'
export { type Importer, type ImportSource, importBatch, importFile } from './import-file.ts'
export { getDocument, getDocumentSummary, listDocuments, summariseDocuments } from './list-documents.ts'
export { archiveWork } from './list-work.ts'
export { type Archive, openArchive } from './open-archive.ts'
export type { FileToRead, Reader, ReadOutcome } from './reader.port.ts'
export { acceptDocument } from './review/accept-document.ts'

/** Shapes that get a name in the API document. */
export const archiveShapes = {
  ArchiveDocument,
  Batch,
  DocumentArticle,
  DocumentColumn,
  DocumentPage,
  DocumentSummary,
  EventFact,
  EventPage,
  FigureMention,
  FigurePage,
  FoundArticle,
  FoundEvent,
  IntakeDocument,
  IntakeWarning,
  Review,
  ReviewEdit,
  SearchHit,
  SearchPage,
  Timeline,
  UnitMention,
  UnitStory,
  UploadAnswer,
}

export const archiveMigrations = (): Promise<Migration[]> =>
  readMigrations('archive', new URL('./migrations/', import.meta.url))
