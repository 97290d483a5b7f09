export { alignText, meetSpans, printedText, wholeSpans } from './align-text.ts'
export type {
  DateMention,
  DistributionList,
  DocumentArticle,
  DocumentColumn,
  EventFact,
  FigureMention,
  IntakeWarning,
  MastheadMark,
  Noise,
  PlaceMention,
  UnitMention,
} from './contract.ts'
export { IntakeDocument, Span } from './contract.ts'
export { type DecodedText, type DecodeOptions, decodeText } from './decode-text.ts'
// The grammars also stand alone: a form that fills itself, or a proofreader, needs one of them without a document.
export {
  type DateReading,
  type DateSetting,
  defaultRegister,
  divisionName,
  emptySetting,
  type FigureReading,
  learnNames,
  type PlaceReading,
  parseRegister,
  type RegisterEntry,
  readDates,
  readFigures,
  readPlaces,
  readUnits,
  type UnitReading,
  type UnitRegister,
  type UnitSetting,
  type UnitsRead,
} from './facts/index.ts'
export {
  type CheckOptions,
  checkManuscript,
  type LineHint,
  type LineRole,
  lineRoles,
  type Manuscript,
  type ManuscriptKind,
  type ManuscriptOptions,
  readManuscript,
  type UnpackedManuscript,
  type UnpackLimits,
  unpackManuscripts,
} from './manuscript/index.ts'
export { joinMapped, type MappedText, sliceMapped } from './mapped-text.ts'
export { type ReadOptions, readDocument, readDocuments } from './read-document.ts'
export { type RereadingContext, rereadArticle, rereadingContext } from './reread-article.ts'
export { splitDocuments } from './split-documents.ts'
export { distributionKind } from './structure/distribution.ts'
