import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import { faces, type Measures, twips } from './measures.ts'

export const magazineRed = '9C2B2A'
/** Two columns of 22 characters of 五号 and the space between them, in twips. */
export const magazineWidth = 2 * 22 * 210 + 480

export const magazineMeasures: Measures = {
  bodySize: 21,
  characterSpacing: 0,
  pitch: 340,
  titleSize: 38,
  smallSize: 19,
  twoCharacters: 420,
  exact: { line: 340, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  pictureWidthMm: 81,
}

const { exact, twoCharacters } = magazineMeasures
const indent = { firstLineChars: 200, firstLine: twoCharacters }
const plain = { bold: false, italics: false, color: '000000' }

const paragraph = (id: string, name: string, face: keyof typeof faces, size: number, options: object) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { ...plain, font: faces[face], size },
  paragraph: { spacing: exact, ...options },
})

const inner = (face: keyof typeof faces, color: string) => ({
  run: { ...plain, font: faces[face], size: 21, color },
  paragraph: { spacing: exact, keepNext: true, indent },
})

/** The same styles as a bulletin has, in the look of a magazine: whoever reads the file by its styles reads both. */
export const magazineStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: faces.song, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact },
    },
    heading1: {
      run: { ...plain, font: faces.biaosong, size: 54, color: magazineRed },
      paragraph: {
        spacing: { before: 0, after: twips(6), line: 680, lineRule: LineRuleType.EXACT },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: magazineRed, space: 6 } },
      },
    },
    heading2: {
      run: { ...plain, font: faces.biaosong, size: 38 },
      paragraph: {
        spacing: { before: 240, after: 160, line: 540, lineRule: LineRuleType.AT_LEAST },
        keepNext: true,
        keepLines: true,
      },
    },
    heading3: inner('hei', magazineRed),
    heading4: inner('kai', '000000'),
    heading5: inner('song', '000000'),
  },
  paragraphStyles: [
    paragraph('JianbaoBody', '期刊正文', 'song', 21, { alignment: AlignmentType.BOTH, indent }),
    paragraph('JianbaoQuote', '引文', 'kai', 21, { alignment: AlignmentType.BOTH, indent }),
    paragraph('JianbaoContributor', '供稿', 'kai', 19, { alignment: AlignmentType.RIGHT }),
    paragraph('JianbaoCaption', '图注', 'kai', 18, { alignment: AlignmentType.CENTER }),
    paragraph('JianbaoTableTitle', '表题', 'hei', 19, { alignment: AlignmentType.CENTER, keepNext: true }),
    paragraph('JianbaoMasthead', '刊名', 'biaosong', 128, {}),
    paragraph('JianbaoNameless', '无名刊名', 'biaosong', 128, {}),
    paragraph('JianbaoContents', '目录', 'song', 21, {}),
    paragraph('JianbaoLabel', '附件标识', 'hei', 21, { keepNext: true }),
  ],
}
