import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noScope, readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { openTestApp, type Persona, type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {
  ApprovedKinds,
  Bank,
  ManyDone,
  NearFound,
  NearPairs,
  Question,
  QuestionPage,
} from '../../contract/index.ts'
import { addTestBank, addTestQuestions, someQuestion } from './bank.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  await app.connection.db.execute(sql`delete from contest_bank`)
})

const send = async (by: Persona, method: 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  (await app.as(by)).request({ method, url, ...(payload ? { payload } : {}) })
const post = (by: Persona, url: string, body?: object) => send(by, 'POST', url, body)
const get = async <T>(by: Persona, url: string): Promise<T> => (await (await app.as(by)).get(url)).json()
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]

const { pictureId: _none, ...plain } = someQuestion()
const words = (more: object = {}) => ({
  ...plain,
  stem: '水的沸点在高原上会（ ）',
  options: ['升高', '降低'],
  ...more,
})
const written = async (bankId: string, more: object = {}, by: Persona = 'editor@city'): Promise<Question> => {
  const answer = await post(by, `/api/question-banks/${bankId}/questions`, words(more))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const list = (bankId: string, query = '', by: Persona = 'editor@city') =>
  get<QuestionPage>(by, `/api/question-banks/${bankId}/questions${query}`)

describe('banks', () => {
  test('are made, renamed and removed while nothing is in them; a unit has one of each name', async () => {
    const made = await post('editor@city', '/api/question-banks', { name: ' 科学  素质 ', notes: '' })
    expect(made.json()).toMatchObject({ name: '科学 素质', unitId: testUnits.city, counts: { approved: 0 } })
    const bank = made.json<Bank>()
    expect(
      codeOf(await post('coordinator@city', '/api/question-banks', { name: '科学 素质', notes: '' })),
    ).toEqual([409, 'bank-name-taken'])
    expect(
      (await post('editor@sister', '/api/question-banks', { name: '科学 素质', notes: '' })).statusCode,
    ).toBe(201)
    const renamed = await send('editor@city', 'PATCH', `/api/question-banks/${bank.id}`, {
      version: 0,
      name: '健康',
    })
    expect(renamed.json()).toMatchObject({ name: '健康', version: 1 })
    const late = await send('editor@city', 'PATCH', `/api/question-banks/${bank.id}`, {
      version: 0,
      name: '安全',
    })
    expect(codeOf(late)).toEqual([409, 'changed-meanwhile'])
    const question = await written(bank.id)
    const remove = () => post('editor@city', `/api/question-banks/${bank.id}/remove`, { version: 1 })
    expect(codeOf(await remove())).toEqual([409, 'bank-not-empty'])
    expect(
      (await post('editor@city', `/api/questions/${question.id}/remove`, { version: 0 })).statusCode,
    ).toBe(204)
    expect((await remove()).statusCode).toBe(204)
  })

  test('of two made with one name at once one is told so', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => post('editor@city', '/api/question-banks', { name: '同名', notes: '' })),
    )
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([201, 409])
  })

  test('cannot be put where the caller keeps nothing', async () => {
    const body = { name: '别处', notes: '', unitId: testUnits.sister }
    expect(codeOf(await post('editor@city', '/api/question-banks', body))).toEqual([
      422,
      'contest-unit-unknown',
    ])
  })

  test('are seen where one holds a post, by those who need what is right; reporters are not among them', async () => {
    const [city, sister] = [
      await addTestBank(app.connection.db),
      await addTestBank(app.connection.db, { unitId: testUnits.sister }),
    ]
    const seen = async (by: Persona) =>
      (await get<{ rows: Bank[] }>(by, '/api/question-banks')).rows.map(({ id }) => id)
    expect((await seen('editor')).sort()).toEqual([city, sister].sort())
    expect(await seen('unit-lead@city')).toEqual([city])
    expect(await seen('editor@county')).toEqual([])
    expect((await (await app.as('reporter@city')).get('/api/question-banks')).statusCode).toBe(404)
    await addTestQuestions(app.connection.db, city, [someQuestion()])
    const bare = await readInScope(app.connection.db, { scope: noScope, personId: null }, tx =>
      rowsOf(tx, sql`select id from contest_bank_question union all select id from contest_bank`),
    )
    expect(bare).toEqual([])
  })
})

describe('questions', () => {
  test('are drafts of who wrote them, and approved by somebody else', async () => {
    const bankId = await addTestBank(app.connection.db)
    const question = await written(bankId)
    expect(question).toMatchObject({
      state: 'draft',
      reviewedName: null,
      actions: ['edit', 'retire', 'remove'],
    })
    const approve = (by: Persona) => post(by, `/api/questions/${question.id}/approve`, { version: 0 })
    expect(codeOf(await approve('editor@city'))).toEqual([409, 'question-own-review'])
    expect((await approve('signatory@city')).statusCode).toBe(404)
    const good = await approve('reviser@city')
    expect(good.json()).toMatchObject({ state: 'approved', version: 1, actions: [] })
    expect(good.json<Question>().reviewedName).not.toBeNull()
    expect(
      codeOf(await post('unit-lead@city', `/api/questions/${question.id}/approve`, { version: 1 })),
    ).toEqual([409, 'question-settled'])
  })

  test('changed after they were approved they are drafts again, of who changed them', async () => {
    const bankId = await addTestBank(app.connection.db)
    const [id] = await addTestQuestions(app.connection.db, bankId, [someQuestion()], { approved: true })
    const changed = await send('coordinator@city', 'PATCH', `/api/questions/${id}`, {
      version: 0,
      ...words(),
    })
    expect(changed.json()).toMatchObject({
      state: 'draft',
      reviewedName: null,
      stem: '水的沸点在高原上会（ ）',
    })
    const own = await post('coordinator@city', `/api/questions/${id}/approve`, { version: 1 })
    expect(codeOf(own)).toEqual([409, 'question-own-review'])
    expect((await post('editor@city', `/api/questions/${id}/approve`, { version: 1 })).json()).toMatchObject({
      state: 'approved',
    })
  })

  test('are retired and brought back; who is not approved is removed, who is not is not', async () => {
    const bankId = await addTestBank(app.connection.db)
    const [id] = await addTestQuestions(app.connection.db, bankId, [someQuestion()], { approved: true })
    const act = (deed: string, version: number) =>
      post('editor@city', `/api/questions/${id}/${deed}`, { version })
    expect(codeOf(await act('remove', 0))).toEqual([409, 'question-settled'])
    expect((await act('retire', 0)).json()).toMatchObject({ state: 'retired' })
    expect((await act('restore', 1)).json()).toMatchObject({ state: 'draft', reviewedName: null })
    expect((await act('remove', 2)).statusCode).toBe(204)
    expect((await list(bankId)).total).toBe(0)
  })

  test.each([
    [{ answer: [] }, '没有正确答案'],
    [{ answer: [2] }, '没有的选项'],
    [{ answer: [0, 1] }, '只能有一个'],
    [{ type: 'multiple', answer: [0] }, '至少有两个'],
    [{ options: ['同', '同'] }, '一样'],
    [{ options: [] }, '不足两个'],
    [{ type: 'fill-in', options: [], answer: [['公转'], ['自转']], stem: '绕太阳（ ）' }, '个数对不上'],
    [{ type: 'fill-in', options: ['甲'], answer: [['公转']] }, '不用写选项'],
    [{ stem: '\u200b\u200b' }, '没有题干'],
  ])('that cannot be asked are told why: %o', async (more, reason) => {
    const bankId = await addTestBank(app.connection.db)
    const answer = await post('editor@city', `/api/question-banks/${bankId}/questions`, words(more))
    expect(codeOf(answer)).toEqual([422, 'question-faulty'])
    expect(answer.json().detail).toContain(reason)
  })

  test.each([
    [{ state: 'approved' }],
    [{ difficulty: 'none' }],
    [{ stem: '长'.repeat(1001) }],
    [{ options: Array.from({ length: 9 }, (_, at) => `${at}`) }],
    [{ type: 'fill-in', options: [], answer: [['公转；自转']] }],
    [{ pictureId: 'a'.repeat(64) }],
  ])('with what no form sends are refused: %o', async more => {
    const bankId = await addTestBank(app.connection.db)
    expect(
      (await post('editor@city', `/api/question-banks/${bankId}/questions`, words(more))).statusCode,
    ).toBe(400)
  })

  test('the same twice is refused, also in other signs or another order, also of two at once', async () => {
    const bankId = await addTestBank(app.connection.db)
    const ask = (more: object) => post('editor@city', `/api/question-banks/${bankId}/questions`, words(more))
    const two = await Promise.all([
      ask({}),
      ask({ stem: '水的沸点，在高原上会？', options: ['降低', '升高'], answer: [0] }),
    ])
    expect(two.map(answer => answer.statusCode).sort()).toEqual([201, 409])
    expect(two.find(answer => answer.statusCode === 409)!.json().code).toBe('question-exists')
    expect((await ask({ options: ['不变', '降低'] })).statusCode).toBe(201)
  })

  test('nearly the same are shown while one is written, and listed in the bank', async () => {
    const bankId = await addTestBank(app.connection.db)
    const first = await written(bankId, { stem: '在高原上烧水，水的沸点会怎样变化？（ ）' })
    await written(bankId, { stem: '声音不能在什么里传播？（ ）', options: ['真空', '水'], answer: [0] })
    const ask = async (more: object) =>
      (await post('editor@city', `/api/question-banks/${bankId}/near`, words(more))).json<NearFound>()
    const near = await ask({ stem: '在高原上烧水，水的沸点会怎么变化？（ ）' })
    expect(near).toMatchObject({ same: null, near: [{ question: { id: first.id } }] })
    const same = await ask({ stem: '在高原上烧水，水的沸点会怎样变化' })
    expect(same).toMatchObject({ same: { id: first.id }, near: [] })
    expect(await ask({ stem: first.stem, except: first.id })).toEqual({ same: null, near: [] })
    const other = await written(bankId, { stem: '在高原上烧水，水的沸点会怎么变化？（ ）' })
    const pairs = await get<NearPairs>('reviser@city', `/api/question-banks/${bankId}/near`)
    expect(pairs.pairs.map(({ one, other: its }) => [one.id, its.id].sort())).toEqual([
      [first.id, other.id].sort(),
    ])
    await post('editor@city', `/api/questions/${other.id}/retire`, { version: 0 })
    expect((await get<NearPairs>('editor@city', `/api/question-banks/${bankId}/near`)).total).toBe(0)
  })

  test('are narrowed by words, type, category, difficulty and state, and turned by pages', async () => {
    const bankId = await addTestBank(app.connection.db)
    await addTestQuestions(
      app.connection.db,
      bankId,
      [
        someQuestion({ stem: '一百%的果汁（ ）', category: '健康生活', difficulty: 'hard' }),
        someQuestion({
          type: 'fill-in',
          options: [],
          answer: [['惯性']],
          stem: '物体保持原来状态的性质（ ）',
        }),
      ],
      { approved: true },
    )
    await written(bankId)
    const stems = async (query: string) =>
      (await list(bankId, `?${query}`)).rows.map(({ stem }) => stem.slice(0, 4))
    expect(await stems('')).toEqual(['一百%的', '物体保持', '水的沸点'])
    expect(await stems('order=newest&pageSize=2')).toEqual(['水的沸点', '物体保持'])
    expect(await stems('pageSize=2&page=2')).toEqual(['水的沸点'])
    expect(await stems(`q=${encodeURIComponent('%')}`)).toEqual(['一百%的'])
    expect(await stems(`q=${encodeURIComponent('惯性')}`)).toEqual(['物体保持'])
    expect(await stems(`q=${encodeURIComponent('高原 降低')}`)).toEqual(['水的沸点'])
    expect(await stems('type=fill-in')).toEqual(['物体保持'])
    expect(await stems(`category=${encodeURIComponent('健康生活')}`)).toEqual(['一百%的'])
    expect(await stems('difficulty=hard')).toEqual(['一百%的'])
    expect(await stems('state=draft')).toEqual(['水的沸点'])
    expect(await stems('q=%00')).toHaveLength(3)
    const page = await list(bankId, '?state=draft')
    expect(page).toMatchObject({ total: 1, counts: { draft: 1, approved: 2, retired: 0 } })
    expect(page.categories).toEqual([
      { category: '科学基础', questions: 2 },
      { category: '健康生活', questions: 1 },
    ])
  })

  test('many at once: what can be done is done, the rest is told', async () => {
    const bankId = await addTestBank(app.connection.db)
    const other = await addTestBank(app.connection.db)
    const [foreign] = await addTestQuestions(app.connection.db, other, [someQuestion()])
    const [good, done] = await addTestQuestions(app.connection.db, bankId, [someQuestion(), someQuestion()])
    await post('editor@city', `/api/questions/${done}/approve`, { version: 0 })
    const own = await written(bankId)
    const ids = [good, done, own.id, foreign]
    const answer = await post('editor@city', `/api/question-banks/${bankId}/questions/approve`, { ids })
    expect(answer.json<ManyDone>()).toEqual({ done: 1, own: 1, settled: 2 })
    expect((await list(bankId)).counts).toEqual({ draft: 1, approved: 2, retired: 0 })
    expect((await list(other)).counts.draft).toBe(1)
    const [entry] = await rowsOf<{ after: string }>(
      app.connection.db,
      sql`select after::text as after from audit_entry where action = 'bank.approve' order by id desc limit 1`,
    )
    expect(entry!.after).toContain(good)
    expect(
      (await post('reviser@city', `/api/question-banks/${bankId}/questions/retire`, { ids })).statusCode,
    ).toBe(404)
  })

  test('approved ones are counted by type, category and difficulty, of banks within reach', async () => {
    const bankId = await addTestBank(app.connection.db)
    const sister = await addTestBank(app.connection.db, { unitId: testUnits.sister })
    const some = [
      someQuestion(),
      someQuestion(),
      someQuestion({ difficulty: 'hard' }),
      someQuestion({ category: '' }),
    ]
    await addTestQuestions(app.connection.db, bankId, some, { approved: true })
    await addTestQuestions(app.connection.db, bankId, [someQuestion()])
    await addTestQuestions(app.connection.db, sister, [someQuestion()], { approved: true })
    const kinds = await get<ApprovedKinds>(
      'editor@city',
      `/api/question-banks/kinds?bankIds=${bankId},${sister}`,
    )
    expect(kinds).toEqual({
      total: 4,
      rows: [
        { type: 'single', category: '', difficulty: 'easy', questions: 1 },
        { type: 'single', category: '科学基础', difficulty: 'easy', questions: 2 },
        { type: 'single', category: '科学基础', difficulty: 'hard', questions: 1 },
      ],
    })
    for (const bad of ['', 'x', `${bankId};drop`])
      expect(
        (await (await app.as('editor@city')).get(`/api/question-banks/kinds?bankIds=${bad}`)).statusCode,
      ).toBe(400)
    const odd = '-'.repeat(36)
    expect(
      (await (await app.as('editor@city')).get(`/api/question-banks/kinds?bankIds=${odd}`)).statusCode,
    ).toBe(400)
  })
})

describe('pictures', () => {
  const picture = (colour: string, format: 'png' | 'gif' = 'png') =>
    sharp({ create: { width: 1600, height: 40, channels: 3, background: colour } })
      .toFormat(format)
      .toBuffer()
  const put = async (id: string, version: number, content: Buffer, by: Persona = 'editor@city') => {
    const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.png', content }])
    return (await app.as(by)).upload(payload, contentType, `/api/questions/${id}/picture?version=${version}`)
  }

  test('are written anew as JPEG, shown to readers, and go with the last question that shows them', async () => {
    const bankId = await addTestBank(app.connection.db)
    const [id, twin] = await addTestQuestions(app.connection.db, bankId, [someQuestion(), someQuestion()], {
      approved: true,
    })
    const store = await openFileStore(join(app.config.dataFolder, 'question-pictures'))
    const with1 = (await put(id!, 0, await picture('red'))).json<Question>()
    expect(with1).toMatchObject({
      state: 'draft',
      version: 1,
      pictureId: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    await put(twin!, 0, await picture('red'))
    const seen = await (await app.as('reviser@city')).get(`/api/questions/${id}/picture`)
    expect(seen.headers['content-type']).toBe('image/jpeg')
    expect(await sharp(seen.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 1080 })
    expect((await put(id!, 0, await picture('blue'))).json()).toMatchObject({ code: 'changed-meanwhile' })
    await send('editor@city', 'DELETE', `/api/questions/${id}/picture?version=1`)
    expect((await (await app.as('editor@city')).get(`/api/questions/${id}/picture`)).statusCode).toBe(404)
    expect((await (await app.as('editor@city')).get(`/api/questions/${twin}/picture`)).statusCode).toBe(200)
    await post('editor@city', `/api/questions/${twin}/remove`, { version: 1 })
    await expect(readFile(store.path(with1.pictureId!))).rejects.toThrow('ENOENT')
    const again = await put(id!, 2, await picture('red'))
    expect(again.json<Question>().pictureId).toBe(with1.pictureId)
    expect((await readFile(store.path(with1.pictureId!))).length).toBeGreaterThan(0)
  })

  test('that are none, are animated, cut short or huge are refused; the question stays as it was', async () => {
    const bankId = await addTestBank(app.connection.db)
    const [id] = await addTestQuestions(app.connection.db, bankId, [someQuestion()])
    const whole = await picture('red')
    const huge = await sharp({ create: { width: 7_200, height: 7_000, channels: 3, background: 'red' } })
      .png({ palette: true, colours: 2 })
      .toBuffer()
    const bad = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      await picture('red', 'gif'),
      whole.subarray(0, 90),
      huge,
    ]
    for (const content of bad) expect(codeOf(await put(id!, 0, content))).toEqual([422, 'picture-unusable'])
    expect((await put(id!, 0, Buffer.alloc(6 * 1024 * 1024))).json().code).toBe('file-too-large')
    expect(await get<Question>('editor@city', `/api/questions/${id}`)).toMatchObject({
      version: 0,
      pictureId: null,
    })
  })
})
