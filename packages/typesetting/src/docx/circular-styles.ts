import { AlignmentType, type IStylesOptions } from 'docx'
import { faces, type Measures } from './measures.ts'

/** Named styles of an official document, so that an editor changes the look of all headings at once. */
export function circularStyles(m: Measures): IStylesOptions {
  const plain = { bold: false, italics: false, color: '000000' }
  const indent = { firstLineChars: 200, firstLine: m.twoCharacters }
  const inner = (face: keyof typeof faces) => ({
    run: { ...plain, font: faces[face], size: m.bodySize, characterSpacing: m.characterSpacing },
    paragraph: { spacing: m.exact, keepNext: true, indent },
  })
  const paragraph = (
    id: string,
    name: string,
    face: keyof typeof faces,
    options: object,
    run: object = {},
  ) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { ...plain, font: faces[face], size: m.bodySize, characterSpacing: m.characterSpacing, ...run },
    paragraph: { spacing: m.exact, ...options },
  })
  const small = { size: m.smallSize, characterSpacing: 0 }
  return {
    default: {
      document: {
        run: { font: faces.fangsong, size: m.bodySize, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: m.exact },
      },
      heading1: {
        run: { ...plain, font: faces.biaosong, size: m.titleSize },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...m.exact, after: m.pitch },
          keepNext: true,
          keepLines: true,
        },
      },
      heading2: inner('hei'),
      heading3: inner('kai'),
      heading4: inner('fangsong'),
      heading5: inner('fangsong'),
    },
    paragraphStyles: [
      paragraph('JianbaoBody', '公文正文', 'fangsong', { alignment: AlignmentType.BOTH, indent }),
      paragraph('JianbaoTo', '主送机关', 'fangsong', {}),
      paragraph('JianbaoNote', '表注', 'fangsong', { alignment: AlignmentType.BOTH, indent }, small),
      paragraph('JianbaoIssuer', '发文机关标志', 'biaosong', { alignment: AlignmentType.CENTER }),
      paragraph('JianbaoNumber', '发文字号', 'fangsong', { alignment: AlignmentType.CENTER }),
      paragraph('JianbaoAttachments', '附件说明', 'fangsong', {}),
      paragraph('JianbaoSignature', '署名', 'fangsong', { keepLines: true }),
      paragraph('JianbaoLabel', '附件标识', 'hei', { keepNext: true }),
      paragraph('JianbaoTableTitle', '表题', 'hei', { alignment: AlignmentType.CENTER, keepNext: true }),
    ],
  }
}
