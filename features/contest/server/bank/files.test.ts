/** Files of questions, in and out, as offices write them and as strangers make them. */
import { openSheets, type Sheets } from '@jianbao/organisation/server'
import type { Upload } from '@jianbao/platform/http'
import ExcelJs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bankFaultText,
  difficulties,
  type QuestionDraft,
  questionFaults,
  questionTypes,
} from '../../contract/index.ts'
import { examineQuestions } from './examine-questions.ts'
import { cleanQuestion } from './question.words.ts'
import { readQuestionText } from './question-text.ts'
import { readRawQuestion } from './raw-question.ts'
import { readQuestionFile } from './read-question-file.ts'
import { packQuestions } from './write-question-document.ts'
import { writeQuestionSheet } from './write-question-sheet.ts'

let sheets: Sheets
beforeAll(() => {
  sheets = openSheets()
})
afterAll(() => sheets.close())

const upload = (bytes: Uint8Array, fileName: string): Upload => {
  const all = Buffer.from(bytes)
  const nothing = async () => undefined
  const file = { sha256: '', sizeBytes: all.length, cut: false, read: async () => all, head: async () => all }
  return { fileName, file: { ...file, keep: nothing, discard: nothing } }
}
const readFile = (bytes: Uint8Array, name: string) => readQuestionFile(sheets, upload(bytes, name), 'zh')
const draftsOf = async (bytes: Uint8Array, name: string) => {
  const { raws, problems } = await readFile(bytes, name)
  const read = raws.map(readRawQuestion)
  return { drafts: read.map(each => each.draft), faults: read.flatMap(each => each.faults), problems }
}

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'水的沸点在高原上降低公转自转年月日一二三') },
  { weight: 3, arbitrary: fc.constantFrom(...'=+-@"\'&<>（）()A.B、C：D:答案解析|；;1２ 　_√×对错%') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
)
const line = (maxLength: number) => fc.array(character, { maxLength }).map(parts => parts.join(''))
const wording = line(6).map(text => text.replace(/[;；|｜\n]/g, ''))
const drafts: fc.Arbitrary<QuestionDraft> = fc
  .record({
    type: fc.constantFrom(...questionTypes),
    stem: line(20),
    options: fc.array(line(8), { minLength: 2, maxLength: 8 }),
    places: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }),
    blanks: fc.array(fc.array(wording, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    category: line(6),
    difficulty: fc.constantFrom(...difficulties),
    explanation: line(12),
    source: line(8),
  })
  .map(({ places, blanks, ...words }) => {
    const { type, stem } = words
    if (type === 'fill-in')
      return cleanQuestion({
        ...words,
        stem: stem + '（ ）'.repeat(blanks.length),
        options: [],
        answer: blanks,
      })
    const options = type === 'true-false' ? ['对', '错'] : words.options
    const answer = places.map(place => place % options.length)
    return cleanQuestion({ ...words, options, answer: type === 'multiple' ? answer : answer.slice(0, 1) })
  })
  .filter(
    draft =>
      questionFaults(draft).length === 0 &&
      draft.stem !== '' &&
      draft.options.every(Boolean) &&
      (draft.type !== 'fill-in' || draft.answer.every(blank => Array.isArray(blank) && blank.length > 0)),
  )

describe('a sheet', () => {
  test('holds what was written into it, whatever the questions say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drafts, { minLength: 1, maxLength: 12 }), async questions => {
        const { drafts: read, problems } = await draftsOf(
          await writeQuestionSheet(sheets, questions),
          '题库.xlsx',
        )
        expect(problems).toEqual([])
        expect(read).toEqual(questions)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('the template holds no question of its own and takes all four types', async () => {
    const template = await writeQuestionSheet(sheets, null)
    expect((await readFile(template, '模板.xlsx')).problems).toEqual(['第 1 行：表头下面没有数据。'])
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(Buffer.from(template) as never)
    const [main, examples] = book.worksheets
    for (let row = 2; row <= 5; row++) main!.addRow(examples!.getRow(row).values)
    const { drafts: read, faults } = await draftsOf(Buffer.from(await book.xlsx.writeBuffer()), '模板.xlsx')
    expect(faults).toEqual([])
    expect(read.map(each => each?.type)).toEqual([...questionTypes])
  })

  const sheetOf = async (
    rows: readonly unknown[][],
    heads = ['题型', '题干', 'A', 'B', 'C', 'D', '正确答案', '难度'],
  ) => {
    const book = new ExcelJs.Workbook()
    const sheet = book.addWorksheet('题目')
    sheet.addRows([['某某知识竞赛题库'], heads, ...rows])
    return Buffer.from(await book.xlsx.writeBuffer())
  }

  test('is read with the words and signs offices use', async () => {
    const { drafts: read, faults } = await draftsOf(
      await sheetOf([
        ['判断', '太阳是恒星。', null, null, null, null, '√', '简单'],
        ['是非题', '月亮会发光。', '正确', '错误', null, null, 'Ｂ', '容易'],
        ['判断题', '水是单质。', null, null, null, null, false, 1],
        ['单项选择题', '水的化学式是（B）', 'A.CO2', 'B.H2O', null, null, null, '难'],
        ['多选', '行星有', '水星', '金星', '月球', '地球', 'Ａ，Ｂ、d', '一般'],
        ['选择题', '最大的行星', '木星', '地球', null, null, 'a', ''],
        ['选择题', '恒星有', '太阳', '织女星', '月球', null, 'A B', '中等'],
        ['填空题', '地球绕太阳（　）、绕自身____。', null, null, null, null, '公转；自转', '较难'],
        ['填空', '长江又叫扬子江，是我国第____长河', null, null, null, null, '一；1', 2],
      ]),
      '题库.xlsx',
    )
    expect(faults.map(fault => bankFaultText(fault, 'zh'))).toEqual([])
    expect(read.map(each => [each!.type, each!.answer, each!.difficulty])).toEqual([
      ['true-false', [0], 'easy'],
      ['true-false', [1], 'easy'],
      ['true-false', [1], 'easy'],
      ['single', [1], 'hard'],
      ['multiple', [0, 1, 3], 'medium'],
      ['single', [0], 'medium'],
      ['multiple', [0, 1], 'medium'],
      ['fill-in', [['公转'], ['自转']], 'hard'],
      ['fill-in', [['一', '1']], 'medium'],
    ])
    expect(read[3]).toMatchObject({ stem: '水的化学式是（ ）', options: ['CO2', 'H2O'] })
  })

  test('tells each fault in its row, cells with formulas among them', async () => {
    const { raws } = await readFile(
      await sheetOf([
        ['', '甲', 'x', 'y', null, null, 'A'],
        ['论述题', '乙', 'x', 'y', null, null, 'A'],
        ['单选题', null, 'x', 'y', null, null, 'A'],
        ['单选题', '丁', 'x', 'y'],
        ['单选题', '戊', 'x', 'y', null, null, '甲'],
        ['单选题', '己', 'x', null, 'z', null, 'A'],
        ['单选题', '庚', 'x', 'y', null, null, 'D'],
        ['单选题', '辛', 'x', 'y', null, null, 'AB'],
        ['多选题', '壬', 'x', 'y', null, null, 'A'],
        ['判断题', '癸', '甲', '乙', null, null, '对'],
        ['判断题', '子', null, null, null, null, '也许'],
        ['填空题', '丑（ ）（ ）', null, null, null, null, '一'],
        ['单选题', '寅', 'x', 'x', null, null, 'A', '地狱'],
        ['单选题', '卯', { formula: '1+1', result: 2 }, 'y', null, null, 'A'],
        ['单选题', '辰', 'x', 'y', null, null, 'A'],
        ['单选题', '辰。', 'y', 'x', null, null, 'B'],
      ]),
      '题库.xlsx',
    )
    const told = examineQuestions(raws, new Set()).map(({ raw, faults }) =>
      [raw.label, ...faults.map(fault => bankFaultText(fault, 'zh'))].join(' '),
    )
    expect(told).toEqual([
      '第 3 行 没有写题型，请填判断题、单选题、多选题或填空题',
      '第 4 行 不认识题型“论述题”，请填判断题、单选题、多选题或填空题',
      '第 5 行 没有题干',
      '第 6 行 没有写答案',
      '第 7 行 看不懂答案“甲”。请写选项的字母，如 B 或 ABD',
      '第 8 行 选项 B 是空的，后面的选项请往前移',
      '第 9 行 答案指到了没有的选项',
      '第 10 行 单选题、判断题只能有一个正确答案',
      '第 11 行 多选题至少有两个正确答案；只有一个的请改为单选题',
      '第 12 行 判断题不用写选项，只在答案里写“对”或“错”',
      '第 13 行 看不懂答案“也许”。请写“对”或“错”',
      '第 14 行 题干里的空和答案的个数对不上；空写成（ ）或 ____，几个空的答案用 | 隔开',
      '第 15 行 不认识难度“地狱”，请填易、中或难',
      expect.stringMatching(/^第 16 行 “选项A”：.*公式/),
      '第 17 行',
      '第 18 行 与本文件的第 17 行是同一道题',
    ])
  })

  test.each([
    ['没有答案列', ['题型', '题干', 'A', 'B'], ['单选题', '甲', 'x', 'y'], '答案'],
    ['两个题干列', ['题型', '题干', '题目', '答案'], ['判断题', '甲', '甲', '对'], '题干'],
    ['写错的列名', ['题型', '题干', '答案', '难度系'], ['判断题', '甲', '对', '易'], '难度'],
  ])('with wrong headings says which: %s', async (_, heads, row, word) => {
    const { problems, raws } = await readFile(await sheetOf([row], heads), '题库.xlsx')
    expect(raws).toEqual([])
    expect(problems.join('')).toContain(word)
  })
})

describe('a document', () => {
  const plain = /[\n]/
  test('holds what was written into it', async () => {
    // A stem, option or explanation that looks like a number or a label of the form itself is another question in text.
    const honest = drafts.filter(draft =>
      [
        draft.stem,
        ...draft.options,
        draft.explanation,
        draft.source,
        draft.category,
        ...draft.answer.flat().map(String),
      ].every(text => !plain.test(text) && !/[【】[\]:：_*]|^\d|^[A-H]$/.test(text)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(honest, { minLength: 1, maxLength: 10 }), async questions => {
        const ordered = questionTypes.flatMap(type => questions.filter(each => each.type === type))
        const { drafts: read, faults } = await draftsOf(await packQuestions('题库', questions), '题库.docx')
        expect(faults).toEqual([])
        expect(read).toEqual(ordered)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('is read in the form offices keep', () => {
    const read = readQuestionText(`
      2021年科普知识竞赛题库
      一、单选题（每题2分）
      1、太阳系最大的行星是（ C ）。
      A、地球　　B、火星
      C、木星　　D、土星
      答案解析：木星最大。
      2．水的化学式是（ ）A．CO2 B．H2O
      答案：B 解析：两个氢一个氧。 难度：易
      二、多项选择题
      1.下列属于行星的有（AB D）
      A.水星B.金星C.月球D.地球
      三、判断题
      1. 太阳是恒星（√）
      2. 月球会发光。（ × ）
      【答案】错
      四、填空题
      （一）生活常识
      1. 急救电话是______。
      答案：120；一二零
      【健康生活】
      2. 火警电话是（　　）。
      参考答案：119
    `)
    expect(read.map(each => each.label)).toEqual([
      '单选题第 1 题',
      '单选题第 2 题',
      '多项选择题第 1 题',
      '判断题第 1 题',
      '判断题第 2 题',
      '填空题第 1 题',
      '填空题第 2 题',
    ])
    const questions = read.map(readRawQuestion)
    expect(questions.flatMap(each => each.faults).map(fault => bankFaultText(fault, 'zh'))).toEqual([])
    expect(questions.map(({ draft }) => [draft!.answer, draft!.options])).toEqual([
      [[2], ['地球', '火星', '木星', '土星']],
      [[1], ['CO2', 'H2O']],
      [
        [0, 1, 3],
        ['水星', '金星', '月球', '地球'],
      ],
      [[0], ['对', '错']],
      [[1], ['对', '错']],
      [[['120', '一二零']], []],
      [[['119']], []],
    ])
    expect(questions[0]!.draft).toMatchObject({
      stem: '太阳系最大的行星是（ ）。',
      explanation: '木星最大。',
    })
    expect(questions[1]!.draft).toMatchObject({
      explanation: '两个氢一个氧。',
      difficulty: 'easy',
    })
    expect(questions[6]!.draft).toMatchObject({ category: '健康生活' })
  })

  test('whatever a text says ends in questions or faults', () => {
    fc.assert(
      fc.property(fc.array(line(30), { maxLength: 20 }), lines => {
        for (const raw of readQuestionText(lines.join('\n'))) {
          const { draft, faults } = readRawQuestion(raw)
          expect(draft === null).toBe(faults.length > 0)
          if (draft) expect(cleanQuestion(draft)).toEqual(draft)
        }
      }),
      { numRuns: 300 },
    )
  })
})
