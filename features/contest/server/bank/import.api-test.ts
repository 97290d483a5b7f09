import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, uploadBody, zipFile } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BankImport, QuestionPage } from '../../contract/index.ts'
import { addTestBank, addTestQuestions, someQuestion } from './bank.fixture.ts'

let app: TestApp
let bankId: string
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  await app.connection.db.execute(sql`delete from contest_bank`)
  bankId = await addTestBank(app.connection.db)
})

const heads = ['题型', '题干', '选项A', '选项B', '答案', '类别']
async function sheet(rows: readonly unknown[][]): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  book.addWorksheet('题目').addRows([heads, ...rows])
  return Buffer.from(await book.xlsx.writeBuffer())
}
const send = async (deed: string, content: Buffer, fileName = '题库.xlsx', by: Persona = 'editor@city') => {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
  return (await app.as(by)).upload(payload, contentType, `/api/question-banks/${bankId}/${deed}`)
}
const told = async (deed: string, content: Buffer, fileName?: string): Promise<BankImport> => {
  const answer = await send(deed, content, fileName)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const page = async (query = ''): Promise<QuestionPage> =>
  (await (await app.as('editor@city')).get(`/api/question-banks/${bankId}/questions${query}`)).json()
const good = [
  ['判断题', '太阳是恒星。', null, null, '对', '科学基础'],
  ['单选题', '水的沸点在高原上会（ ）', '升高', '降低', 'B', '科学基础'],
]

describe('a good file', () => {
  test('is compared first, then written whole, as drafts of who sent it; sent again nothing is new', async () => {
    const content = await sheet(good)
    expect(await told('import-check', content)).toMatchObject({
      ...{ form: 'xlsx', written: false, problems: [] },
      counts: { new: 2, known: 0, faulty: 0, near: 0 },
      rows: [
        { label: '第 2 行', verdict: 'new', type: 'true-false', answer: '对' },
        { label: '第 3 行', verdict: 'new', type: 'single', answer: 'B' },
      ],
    })
    expect((await page()).total).toBe(0)
    expect(await told('import', content)).toMatchObject({ written: true, counts: { new: 2, known: 0 } })
    const { rows, counts } = await page()
    expect(rows.map(({ stem }) => stem)).toEqual(['太阳是恒星。', '水的沸点在高原上会（ ）'])
    expect(counts).toEqual({ draft: 2, approved: 0, retired: 0 })
    expect(rows[0]!.actions).not.toContain('approve')
    expect(await told('import', content)).toMatchObject({ counts: { new: 0, known: 2 } })
    expect((await page()).total).toBe(2)
  })

  test('sent twice at once is written once', async () => {
    const content = await sheet(good)
    const two = await Promise.all([told('import', content), told('import', content)])
    expect(two.map(({ counts }) => counts.new).sort()).toEqual([0, 2])
    expect((await page()).total).toBe(2)
  })

  test('is told of what it is nearly the same as', async () => {
    await addTestQuestions(app.connection.db, bankId, [
      someQuestion({ stem: '水的沸点在高原上将会（ ）', options: ['升高', '降低'] }),
    ])
    const { counts, rows } = await told('import-check', await sheet(good))
    expect(counts).toMatchObject({ new: 2, near: 1 })
    expect(rows[0]).toMatchObject({ verdict: 'new', near: '水的沸点在高原上将会（ ）' })
  })

  test('goes out and comes in again as it was, in both forms', async () => {
    await addTestQuestions(app.connection.db, bankId, [
      someQuestion({ explanation: '=1+1', source: '《某办法》第 3 条' }),
      someQuestion({ type: 'fill-in', options: [], stem: '甲（ ）乙（ ）', answer: [['一', '壹'], ['二']] }),
      someQuestion({
        type: 'multiple',
        options: ['甲', '乙', '丙'],
        answer: [0, 2],
        category: '',
        difficulty: 'hard',
      }),
    ])
    const words = (its: QuestionPage) =>
      its.rows
        .map(({ type, stem, options, answer, category, difficulty, explanation, source }) =>
          JSON.stringify([type, stem, options, answer, category, difficulty, explanation, source]),
        )
        .sort()
    const before = words(await page())
    for (const form of ['xlsx', 'docx'] as const) {
      const url = `/api/question-banks/${bankId}/export`
      const file = await (await app.as('reviser@city')).post(url, { form })
      expect(file.headers['content-disposition']).toContain(form)
      await app.connection.db.execute(sql`delete from contest_bank_question`)
      expect(await told('import', file.rawPayload, `题库.${form}`)).toMatchObject({ counts: { new: 3 } })
      expect(words(await page())).toEqual(before)
    }
    const trail = await rowsOf(
      app.connection.db,
      sql`select 1 from audit_entry where action = 'bank.export' and object = ${bankId}`,
    )
    expect(trail).toHaveLength(2)
  })

  test('the templates are taken as they are, but for their sheet, which holds nothing', async () => {
    const template = async (form: string) =>
      (await (await app.as('editor@city')).get(`/api/question-banks/template?form=${form}`)).rawPayload
    expect(await told('import', await template('docx'), '模板.docx')).toMatchObject({ counts: { new: 4 } })
    expect((await told('import-check', await template('xlsx'))).problems).toHaveLength(1)
  })
})

describe('a faulty file', () => {
  const faulty = [
    ...good,
    ['单选题', '月球上有没有空气（ ）', '有', '没有', 'C'],
    ['多选题', '行星有', '水星', '金星', 'A'],
  ]

  test('is told row by row, and nothing of it is written', async () => {
    const content = await sheet(faulty)
    const check = await told('import-check', content)
    expect(check.counts).toEqual({ new: 2, known: 0, faulty: 2, near: 0 })
    expect(check.rows.slice(0, 2).map(({ label, faults }) => [label, ...faults])).toEqual([
      ['第 4 行', '答案指到了没有的选项'],
      ['第 5 行', '多选题至少有两个正确答案；只有一个的请改为单选题'],
    ])
    const answer = await send('import', content)
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { code: 'bank-import-faulty', details: { count: 2 } },
    ])
    expect((await page()).total).toBe(0)
  })

  test('comes back with a column of what is wrong, and is taken once that is mended', async () => {
    await told('import', await sheet(good.slice(0, 1)))
    const back = (await send('import-result', await sheet(faulty))).rawPayload
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(back as never)
    const main = book.worksheets[0]!
    const column = heads.length + 1
    const cells = [1, 2, 3, 4, 5].map(row => main.getRow(row).getCell(column).text)
    expect(cells).toEqual([
      '问题',
      '题库里已有，不再导入',
      '',
      '答案指到了没有的选项',
      expect.stringContaining('多选题'),
    ])
    main.getRow(4).getCell(5).value = 'B'
    main.getRow(5).getCell(5).value = 'AB'
    const mended = Buffer.from(await book.xlsx.writeBuffer())
    expect(await told('import', mended)).toMatchObject({
      written: true,
      counts: { new: 3, known: 1, faulty: 0 },
    })
  })

  test('in Word is told by its numbers', async () => {
    const text = Buffer.from('一、单选题\n1. 甲（ ）\nA. 一 B. 二\n二、判断题\n1. 乙\n答案：也许\n')
    const check = await told('import-check', text, '题库.txt')
    expect(check).toMatchObject({ form: 'docx', counts: { faulty: 2 } })
    expect(check.rows.map(({ label }) => label)).toEqual(['单选题第 1 题', '判断题第 1 题'])
  })
})

describe('a hostile file', () => {
  const refused = async (content: Buffer, fileName?: string): Promise<string> => {
    const begun = Date.now()
    const answer = await send('import-check', content, fileName)
    expect(Date.now() - begun).toBeLessThan(60_000)
    expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    return answer.json().code
  }

  test('of 10 MB, of nothing, of another kind', async () => {
    expect(await refused(Buffer.alloc(10 * 1024 * 1024, 0x41))).toBe('file-too-large')
    expect(await refused(Buffer.alloc(0))).toBe('file-empty')
    expect(await refused(Buffer.from('题型,题干\n判断,甲'), '题库.csv')).toBe('file-not-sheet')
    expect(await refused(Buffer.from('%PDF-1.7\n1 0 obj'), '题库.xlsx')).toBe('file-not-sheet')
    expect(await refused(Buffer.from('%PDF-1.7\n1 0 obj'), '题库.docx')).toMatch(/^file-/)
    expect(await refused(await sheet(good), '题库.docx')).toBe('file-not-text')
    expect(await refused(Buffer.from('没有题号的一段话。'), '题库.docx')).toBe('bank-import-empty')
  })

  test('that bursts when unpacked', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024)
    const bomb = (name: string) =>
      zipFile([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name, content: zeros },
      ])
    const sheetBomb = zipFile([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: zeros },
    ])
    expect(await refused(sheetBomb)).toBe('sheet-unusable')
    expect(await refused(bomb('word/document.xml'), '题库.docx')).toMatch(/^file-(?:unsafe|damaged)$/)
  }, 60_000)

  test('of 100,000 rows, and of more questions than are taken at once', async () => {
    const rows = Array.from({ length: 100_000 }, () => ['判断题', '甲'])
    expect(await refused(await sheet(rows))).toBe('sheet-unusable')
    const many = Array.from({ length: 5_001 }, (_, at) => ['判断题', `第 ${at} 题`, null, null, '对'])
    expect(await refused(await sheet(many))).toBe('bank-import-many')
  }, 120_000)

  test('with 5,000 questions is taken, and others are answered meanwhile', async () => {
    const stem = (at: number) => `关于第${at}号样品的第${(at * 7919) % 10_007}次测量，下列说法是否正确`
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      '判断题',
      stem(at),
      null,
      null,
      at % 2 ? '对' : '错',
    ])
    const content = await sheet(rows)
    let turns = 0
    let busy = true
    const asks = (async () => {
      for (; busy; turns++) await new Promise(done => setTimeout(done, 10))
    })()
    expect((await told('import-check', content)).counts.new).toBe(5_000)
    expect(await told('import', content)).toMatchObject({ written: true })
    busy = false
    await asks
    // Reading, comparing and writing are many steps, and between them others have their turn.
    expect(turns).toBeGreaterThan(20)
    expect((await page()).total).toBe(5_000)
  }, 120_000)

  test('that the walls keep out is not even read', async () => {
    const answer = await send('import', await sheet(good), '题库.xlsx', 'editor@sister')
    expect(answer.statusCode).toBe(404)
  })
})
