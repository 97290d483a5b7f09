import type { LineRole } from '../line-hint.ts'
import { officeRoles } from './office-roles.ts'
import type { WordParagraph } from './word-document.types.ts'

/** The styles of documents that Jianbao made (packages/typesetting/src/docx/styles.ts). */
const ownRoles: Readonly<Record<string, LineRole>> = {
  JianbaoMasthead: 'series',
  JianbaoNameless: 'noise',
  JianbaoContents: 'contents',
  JianbaoBody: 'paragraph',
  JianbaoQuote: 'paragraph',
  JianbaoLabel: 'paragraph',
  JianbaoContributor: 'contributor',
  JianbaoCaption: 'caption',
  Heading1: 'column',
  Heading2: 'headline',
  Heading3: 'heading',
  Heading4: 'heading',
  Heading5: 'heading',
}

/** What the style of each paragraph says of it; null where it says nothing. */
export function wordRoles(paragraphs: readonly WordParagraph[]): (LineRole | null)[] {
  const isOwn = paragraphs.some(({ styleId }) => styleId.startsWith('Jianbao'))
  return isOwn ? paragraphs.map(({ styleId }) => ownRoles[styleId] ?? null) : officeRoles(paragraphs)
}
