import { AlignmentType, type IStylesOptions } from 'docx'
import { faces, type Measures } from './measures.ts'

/** Named styles, so that an editor changes the look of all headings at once. */
export function documentStyles(m: Measures): IStylesOptions {
  const plain = { bold: false, italics: false, color: '000000' }
  const indent = { firstLineChars: 200, firstLine: m.twoCharacters }
  const inner = (face: keyof typeof faces) => ({
    run: { ...plain, font: faces[face], size: m.bodySize, characterSpacing: m.characterSpacing },
    paragraph: { spacing: m.exact, keepNext: true, indent },
  })
  const paragraph = (id: string, name: string, face: keyof typeof faces, size: number, options: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      ...plain,
      font: faces[face],
      size,
      characterSpacing: size === m.bodySize ? m.characterSpacing : 0,
    },
    paragraph: { spacing: m.exact, ...options },
  })
  const half = Math.round(m.pitch / 2)
  return {
    default: {
      document: {
        run: { font: faces.fangsong, size: m.bodySize, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: m.exact },
      },
      heading1: {
        run: { ...plain, font: faces.hei, size: m.bodySize },
        paragraph: { spacing: { ...m.exact, before: half }, keepNext: true },
      },
      heading2: {
        run: { ...plain, font: faces.biaosong, size: m.titleSize },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...m.exact, before: half, after: half },
          keepNext: true,
          keepLines: true,
        },
      },
      heading3: inner('hei'),
      heading4: inner('kai'),
      heading5: inner('fangsong'),
    },
    paragraphStyles: [
      paragraph('JianbaoBody', '公文正文', 'fangsong', m.bodySize, { alignment: AlignmentType.BOTH, indent }),
      paragraph('JianbaoQuote', '引文', 'kai', m.bodySize, {
        alignment: AlignmentType.BOTH,
        indent: { ...indent, left: m.twoCharacters },
      }),
      paragraph('JianbaoContributor', '供稿', 'kai', m.bodySize, {
        alignment: AlignmentType.RIGHT,
        indent: { right: m.twoCharacters },
      }),
      paragraph('JianbaoCaption', '图注', 'kai', m.smallSize, { alignment: AlignmentType.CENTER }),
      paragraph('JianbaoTableTitle', '表题', 'hei', m.bodySize, {
        alignment: AlignmentType.CENTER,
        keepNext: true,
      }),
      paragraph('JianbaoMasthead', '报头', 'biaosong', m.bodySize, {}),
      paragraph('JianbaoNameless', '无名报头', 'biaosong', m.bodySize, {}),
      paragraph('JianbaoContents', '本期目录', 'fangsong', m.bodySize, {}),
      paragraph('JianbaoLabel', '附件标识', 'hei', m.bodySize, { keepNext: true }),
    ],
  }
}
