/** Questions as the Word document that is imported: types by headings, one option a line. */
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { answerText, letterOf, questionTypes } from '../../contract/index.ts'
import { difficultyHeads, typeHeads } from './question.form.ts'
import type { Written } from './write-question-sheet.ts'

const numerals = ['一', '二', '三', '四']
const font = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312', hAnsi: 'Times New Roman' }

/** Runs in a worker: thousands of paragraphs take their time. */
export function packQuestions(title: string, questions: readonly Written[]): Promise<Buffer> {
  const parts = questionTypes
    .map(type => ({ type, of: questions.filter(question => question.type === type) }))
    .filter(({ of }) => of.length)
  const children = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text: title, bold: true, size: 36, font })],
    }),
    ...parts.flatMap(({ type, of }, at) => [
      heading(`${numerals[at]}、${typeHeads[type]}（共 ${of.length} 题）`),
      ...of.flatMap((question, no) => linesOf(question, no + 1)),
    ]),
  ]
  return Packer.toBuffer(new Document({ title, sections: [{ children }] }))
}

const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text, bold: true, size: 28, color: '000000', font })],
  })

function linesOf(question: Written, no: number): Paragraph[] {
  const { type, stem, options, category, difficulty, explanation, source } = question
  const line = (text: string, indent = 420): Paragraph =>
    new Paragraph({ indent: { left: indent }, children: [new TextRun({ text, size: 24, font })] })
  return [
    new Paragraph({
      spacing: { before: 120 },
      children: [new TextRun({ text: `${no}. ${stem}`, size: 24, font })],
    }),
    ...(type === 'true-false' ? [] : options.map((option, at) => line(`${letterOf(at)}. ${option}`))),
    line(`答案：${answerText(question)}`),
    ...(category ? [line(`类别：${category}`)] : []),
    line(`难度：${difficultyHeads[difficulty]}`),
    ...(explanation ? [line(`解析：${explanation}`)] : []),
    ...(source ? [line(`出处：${source}`)] : []),
  ]
}

/** The template: one of each type. */
export const exampleQuestions: readonly Written[] = [
  example('true-false', '声音可以在真空中传播。', ['对', '错'], [1], '真空里没有传声的介质。'),
  example('single', '太阳系中体积最大的行星是（ ）', ['地球', '火星', '木星', '土星'], [2], ''),
  example(
    'multiple',
    '下列天体中，属于太阳系行星的有（ ）',
    ['水星', '金星', '月球', '海王星'],
    [0, 1, 3],
    '月球是地球的卫星。',
  ),
  example(
    'fill-in',
    '地球绕太阳转动一周叫作（ ），绕自身的轴转动一周叫作（ ）。',
    [],
    [['公转'], ['自转']],
    '',
  ),
]

function example(
  type: Written['type'],
  stem: string,
  options: string[],
  answer: Written['answer'],
  explanation: string,
): Written {
  return { type, stem, options, answer, category: '科学基础', difficulty: 'easy', explanation, source: '' }
}
