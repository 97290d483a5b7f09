/** What is wrong with a question of a file, with the words a clerk can mend it by. */
import type { QuestionFault } from './question.rules.ts'

export type BankFaultCode =
  | QuestionFault
  | 'type-missing'
  | 'type-unknown'
  | 'stem-missing'
  | 'answer-missing'
  | 'answer-unclear'
  | 'true-false-options'
  | 'option-gap'
  | 'options-many'
  | 'difficulty-unknown'
  | 'too-long'
  | 'wordings-many'
  | 'blanks-many'
  | 'same-in-file'
  /** The words come with it: of a cell that could not be read. */
  | 'cell'

export type BankFault = {
  readonly code: BankFaultCode
  /** Row of a sheet, number of a question in a document; null: of the file. */
  readonly place: number | null
  readonly details: Readonly<Record<string, string | number>>
}

const texts: Readonly<Record<BankFaultCode, { readonly zh: string; readonly en: string }>> = {
  'type-missing': {
    zh: '没有写题型，请填判断题、单选题、多选题或填空题',
    en: 'The type is missing: 判断题, 单选题, 多选题 or 填空题',
  },
  'type-unknown': {
    zh: '不认识题型“{value}”，请填判断题、单选题、多选题或填空题',
    en: 'Unknown type “{value}”: write 判断题, 单选题, 多选题 or 填空题',
  },
  'stem-missing': { zh: '没有题干', en: 'There is no question' },
  'answer-missing': { zh: '没有写答案', en: 'The answer is missing' },
  'answer-unclear': {
    zh: '看不懂答案“{value}”。{hint}',
    en: 'The answer “{value}” is unclear. {hint}',
  },
  'true-false-options': {
    zh: '判断题不用写选项，只在答案里写“对”或“错”',
    en: 'A true-false question has no options, only 对 or 错 as its answer',
  },
  'option-gap': { zh: '选项 {letter} 是空的，后面的选项请往前移', en: 'Option {letter} is empty' },
  'options-many': {
    zh: '选项有 {count} 个，最多 {most} 个',
    en: '{count} options, at most {most} are possible',
  },
  'difficulty-unknown': {
    zh: '不认识难度“{value}”，请填易、中或难',
    en: 'Unknown difficulty “{value}”: write 易, 中 or 难',
  },
  'too-long': {
    zh: '{part}有 {count} 个字，最多 {most} 个',
    en: '{part} has {count} characters, at most {most}',
  },
  'wordings-many': {
    zh: '一个空的写法有 {count} 种，最多 {most} 种',
    en: '{count} wordings of one blank, at most {most}',
  },
  'blanks-many': { zh: '有 {count} 个空，最多 {most} 个', en: '{count} blanks, at most {most}' },
  'same-in-file': { zh: '与本文件的{other}是同一道题', en: 'The same question as {other} of this file' },
  cell: { zh: '{text}', en: '{text}' },
  'no-right-answer': { zh: '没有正确答案', en: 'There is no right answer' },
  'several-right-answers': {
    zh: '单选题、判断题只能有一个正确答案',
    en: 'Only one answer can be right here',
  },
  'one-right-answer': {
    zh: '多选题至少有两个正确答案；只有一个的请改为单选题',
    en: 'A multiple question has two right answers or more',
  },
  'answer-beyond-options': {
    zh: '答案指到了没有的选项',
    en: 'The answer names an option that is not there',
  },
  'too-few-options': { zh: '选项不足两个', en: 'There are fewer than two options' },
  'same-option-twice': { zh: '有两个选项一样', en: 'Two options are the same' },
  'options-of-fill-in': { zh: '填空题不用写选项', en: 'A fill-in question has no options' },
  'blanks-and-answers-differ': {
    zh: '题干里的空和答案的个数对不上；空写成（ ）或 ____，几个空的答案用 | 隔开',
    en: 'Blanks and answers differ in number; blanks are （ ） or ____, their answers stand with | between them',
  },
}

/** One line of words without its place. */
export function bankFaultText(
  { code, details }: Pick<BankFault, 'code' | 'details'>,
  language: 'zh' | 'en',
): string {
  return texts[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}
