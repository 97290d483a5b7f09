import type { Span } from '../contract.ts'

/**
 * What the layout of a manuscript says of a stretch of its text. `block`: these lines are one thing, whatever it is;
 * `heading`: a heading inside an article; `noise`: furniture of the page (running head, page number).
 */
export const lineRoles = [
  'series',
  'column',
  'headline',
  'contributor',
  'heading',
  'paragraph',
  'caption',
  'contents',
  'noise',
  'block',
] as const
export type LineRole = (typeof lineRoles)[number]

/**
 * The span covers one printed line or several that make up one thing. Hints are in the order of their beginnings and do
 * not overlap, but for `noise`, which may stand inside a paragraph.
 */
export type LineHint = { readonly span: Span; readonly role: LineRole }
