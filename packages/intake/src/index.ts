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
export { defaultRegister, parseRegister, type UnitRegister } from './facts/index.ts'
export { type ReadOptions, readDocument, readDocuments } from './read-document.ts'
export { splitDocuments } from './split-documents.ts'
export { distributionKind } from './structure/distribution.ts'
