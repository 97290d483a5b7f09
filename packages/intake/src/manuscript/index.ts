export { type LineHint, type LineRole, lineRoles } from './line-hint.ts'
export type { CheckOptions, Manuscript, ManuscriptKind, ManuscriptOptions } from './manuscript.types.ts'
export { checkManuscript, readManuscript } from './read-manuscript.ts'
export { type UnpackedManuscript, type UnpackLimits, unpackManuscripts } from './zip/unpack-manuscripts.ts'
