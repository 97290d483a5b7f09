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
import { ArchiveDocument, DocumentPage, DocumentSummary, UploadAnswer } from '../contract/index.ts'

export type { ArchiveServices } from './archive.services.ts'
export { type Importer, importFile } from './import-file.ts'
export { getDocument, getDocumentSummary, listDocuments } from './list-documents.ts'
export { type Archive, openArchive } from './open-archive.ts'
export type { Reader, ReadOutcome, ReadStep } from './reader.port.ts'

/** Shapes that get a name in the API document. */
export const archiveShapes = {
  ArchiveDocument,
  DocumentArticle,
  DocumentColumn,
  DocumentPage,
  DocumentSummary,
  EventFact,
  FigureMention,
  IntakeDocument,
  IntakeWarning,
  UnitMention,
  UploadAnswer,
}

export const archiveMigrations = (): Promise<Migration[]> =>
  readMigrations('archive', new URL('./migrations/', import.meta.url))
