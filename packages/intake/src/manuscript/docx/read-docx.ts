import { Problem } from '@jianbao/errors'
import type { IntakeWarning } from '../../contract.ts'
import type { LineRole } from '../line-hint.ts'
import type { Manuscript } from '../manuscript.types.ts'
import { ManuscriptText } from '../manuscript-text.ts'
import type { WordNode, WordParagraph } from './word-document.types.ts'
import { openWordPackage, type WordPackage } from './word-package.ts'
import { wordParagraphs } from './word-paragraphs.ts'
import { wordRoles } from './word-roles.ts'

/**
 * A Word document as text, one paragraph a line, with what its styles say.
 * @throws Problem `file-damaged`, `file-unsafe` or `file-empty`
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<Manuscript> {
  const parts = await openWordPackage(bytes, file)
  const { paragraphs, pictures } = wordParagraphs(await parse(parts.zip, file))
  const roles = wordRoles(paragraphs)
  const out = new ManuscriptText()
  let before: LineRole | null = null
  for (const [i, paragraph] of paragraphs.entries()) {
    const role = roles[i]!
    writeParagraph(out, paragraph, role, role === before)
    before = paragraph.lines.length > 0 ? role : null
  }
  if (out.text.trim() === '' && pictures === 0) throw new Problem('file-empty', { file })
  return {
    kind: 'docx',
    encoding: null,
    pages: null,
    text: out.text.trim() === '' ? '' : out.text,
    hints: out.hints,
    warnings: leftOut(parts, pictures),
    picturesOnly: out.text.trim() === '',
  }
}

function writeParagraph(
  out: ManuscriptText,
  paragraph: WordParagraph,
  role: LineRole | null,
  follows: boolean,
): void {
  if (paragraph.newPage && out.text !== '') out.page()
  if (paragraph.lines.length === 0) {
    out.blank()
    return
  }
  // The breaks of a heading are for the printer, and the parts of a masthead make one name.
  if (role === 'headline' || role === 'column') {
    // A headline set by hand may take two paragraphs; one with a style is whole.
    const isWhole = role === 'column' || /^(?:heading|title|标题)/i.test(paragraph.styleName)
    out.line(paragraph.lines.join('').trim(), role, follows && !isWhole)
    return
  }
  const lead = paragraph.isCentred ? '\u3000\u3000\u3000\u3000' : paragraph.isIndented ? '\u3000\u3000' : ''
  for (const [k, line] of paragraph.lines.entries())
    out.line(role === null ? lead + line : line, role, k > 0 || (follows && role === 'series'))
}

async function parse(zip: Buffer, file: string): Promise<WordNode> {
  // Loaded on first use: most files are no DOCX.
  const { default: mammoth } = await import('mammoth')
  let document: WordNode | null = null
  try {
    await mammoth.convertToHtml(
      { buffer: zip },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (read: WordNode) => {
          document = read
          // What follows would make HTML of it: it gets nothing to do.
          return { ...read, children: [] }
        },
      },
    )
  } catch (error) {
    throw new Problem('file-damaged', { file, reason: '不是完整的 Word 文档' }, { cause: error })
  }
  if (document === null) throw new Problem('file-damaged', { file, reason: '没有正文' })
  return document
}

function leftOut({ macros, externalLinks, objects }: WordPackage, pictures: number): IntakeWarning[] {
  const warnings: IntakeWarning[] = []
  const say = (code: IntakeWarning['code'], message: string) => warnings.push({ code, message, span: [0, 0] })
  if (macros) say('macros-left-out', '文件里有宏，没有运行，也没有读入。')
  if (externalLinks > 0)
    say('links-left-out', `文件里有 ${externalLinks} 处外部链接，没有打开，只保留了文字。`)
  if (pictures + objects > 0)
    say('pictures-left-out', `文件里有 ${pictures + objects} 处图片或嵌入对象，没有读入，只读了文字。`)
  return warnings
}
