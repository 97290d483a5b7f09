import { randomUUID } from 'node:crypto'
import { noScope, readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CasePage, CaseRecord, CaseSources, CaseSuggestions } from '../contract/index.ts'
import { addArticle, addSentReport } from './case.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  await app.connection.db.execute(sql`delete from casebook_case`)
})

const words = {
  title: '流动科技馆开进村',
  why: '农闲时节人齐，村里有现成的场地。',
  how: '先排路线，\n再按各村的作物定主题。',
  tags: ['科普下乡', '流动科技馆'],
}
const mark = async (body: object = {}, by: Persona = 'editor@city') => {
  const sourceId = 'sourceId' in body ? undefined : await addSentReport(app.connection.db)
  return (await app.as(by)).post('/api/cases', {
    ...words,
    sourceKind: 'report',
    ...(sourceId ? { sourceId } : {}),
    ...body,
  })
}
const marked = async (body: object = {}, by: Persona = 'editor@city'): Promise<CaseRecord> => {
  const answer = await mark(body, by)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const act = async ({ id, version }: CaseRecord, deed: string, by: Persona) =>
  (await app.as(by)).post(`/api/cases/${id}/${deed}`, { version })
const done = async (record: CaseRecord, deed: string, by: Persona): Promise<CaseRecord> => {
  const answer = await act(record, deed, by)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const approved = async (body: object = {}) => done(await marked(body), 'approve', 'reviser@city')
const opened = async (body: object = {}) => done(await approved(body), 'publish', 'signatory@city')
const list = async (by: Persona, query = ''): Promise<CasePage> =>
  (await (await app.as(by)).get(`/api/cases${query}`)).json()
const page = async (url: string) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html' } })

describe('marking', () => {
  test('a report becomes a draft of the unit it lies below, with its words and its source', async () => {
    const record = await marked()
    expect(record).toMatchObject({
      ...words,
      state: 'draft',
      unitId: testUnits.city,
      sourceKind: 'report',
      sourceDay: '2021-05-18',
      actions: ['edit', 'remove'],
      history: [{ action: 'mark' }],
    })
    expect(record.source).toMatchObject({
      title: '青禾市科协办起流动科技馆',
      paragraphs: ['农闲时开进村里。'],
    })
  })

  test('by somebody above it is theirs to keep', async () => {
    expect((await marked({}, 'editor')).unitId).toBe(testUnits.root)
  })

  test('the same source twice in one unit is refused with the name of the first', async () => {
    const sourceId = await addSentReport(app.connection.db)
    const two = await Promise.all([mark({ sourceId }), mark({ sourceId })])
    expect(two.map(answer => answer.statusCode).sort()).toEqual([201, 409])
    expect(two.find(answer => answer.statusCode === 409)!.json()).toMatchObject({
      code: 'case-exists',
      details: { title: words.title },
    })
  })

  test('what the caller cannot see, and what never left its unit, is unknown', async () => {
    const { db } = app.connection
    for (const sourceId of [
      await addSentReport(db, { unitId: testUnits.sister }),
      await addSentReport(db, { state: 'draft' }),
      '00000000-0000-4000-8000-000000000000',
    ]) {
      const answer = await mark({ sourceId })
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'case-source-unknown'])
      const shown = await (await app.as('editor@city')).get(`/api/case-source?kind=report&id=${sourceId}`)
      expect(shown.statusCode).toBe(404)
    }
  })

  test.each([
    [{ title: ' ' }],
    [{ tags: ['有 空格'] }],
    [{ tags: ['甲', '甲'] }],
    [{ tags: ['一', '二', '三', '四', '五', '六', '七', '八', '九'] }],
    [{ why: '长'.repeat(2001) }],
    [{ state: 'public' }],
    [{ sourceKind: 'issue' }],
  ])('%o is refused', async body => {
    expect((await mark(body)).statusCode).toBe(400)
  })

  test('sources are found by words, with the case that was made of them', async () => {
    const { db } = app.connection
    const title = '青禾市科协给%_村送去显微镜'
    const sourceId = await addSentReport(db, { title })
    await addSentReport(db, { unitId: testUnits.sister, title })
    const { id } = await marked({ sourceId })
    const ask = async (q: string): Promise<CaseSources['rows']> =>
      (
        await (await app.as('editor@city')).get(`/api/case-sources?kind=report&q=${encodeURIComponent(q)}`)
      ).json<CaseSources>().rows
    expect(await ask('%_ 显微镜')).toMatchObject([{ id: sourceId, caseId: id }])
    expect(await ask('%%村')).toEqual([])
    const { articleId } = await addArticle(db, { headline: '青禾市科协办起农民夜校' })
    const found = await (await app.as('editor@city')).get('/api/case-sources?kind=article&q=夜校')
    expect(found.json().rows).toMatchObject([{ id: articleId, caseId: null, kind: 'article' }])
  })
})

describe('the way of a case', () => {
  test('an editor words it, a reviser approves it, an editor opens it, and takes it back', async () => {
    const draft = await marked()
    expect((await act(draft, 'approve', 'editor@city')).statusCode).toBe(404)
    const good = await done(draft, 'approve', 'reviser@city')
    expect(good).toMatchObject({ state: 'approved', actions: ['amend', 'reopen'] })
    const open = await done(good, 'publish', 'editor@city')
    expect(open).toMatchObject({ state: 'public', actions: ['withdraw'] })
    const back = await done(open, 'withdraw', 'signatory@city')
    const again = await done(back, 'reopen', 'reviser@city')
    expect(again.history.map(step => step.action)).toEqual([
      'reopen',
      'withdraw',
      'publish',
      'approve',
      'mark',
    ])
    const removed = await act(again, 'remove', 'editor@city')
    expect(removed.statusCode).toBe(204)
  })

  test('one that does not say why it works or how to copy it is not approved', async () => {
    const answer = await act(await marked({ how: ' ' }), 'approve', 'reviser@city')
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'case-unfinished'])
  })

  test('what is approved is changed by who may approve, and stays whole', async () => {
    const { id, version } = await approved()
    const edit = async (by: Persona, body: object) =>
      (await app.as(by)).request({ method: 'PATCH', url: `/api/cases/${id}`, payload: { version, ...body } })
    expect((await edit('editor@city', { why: '另写。' })).statusCode).toBe(404)
    expect((await edit('reviser@city', { why: '' })).json().code).toBe('case-unfinished')
    const changed = await edit('reviser@city', { why: '另写。', title: words.title })
    expect(changed.json()).toMatchObject({ why: '另写。', version: version + 1 })
    expect(changed.json<CaseRecord>().history[0]).toMatchObject({ action: 'amend', changed: ['why'] })
  })

  test('who saw an older version is told so, and a step from another state is refused', async () => {
    const draft = await marked()
    await done(draft, 'approve', 'reviser@city')
    expect((await act(draft, 'approve', 'reviser@city')).json().code).toBe('changed-meanwhile')
    const late = await act({ ...draft, version: draft.version + 1 }, 'approve', 'reviser@city')
    expect([late.statusCode, late.json().code]).toEqual([409, 'case-settled'])
  })

  test('every deed is on the trail, with the unit', async () => {
    const { id } = await opened()
    const trail = await rowsOf(
      app.connection.db,
      sql`select action, unit_id as unit from audit_entry where object = ${id} and outcome = 'done' order by id`,
    )
    expect(trail).toEqual(
      ['case.mark', 'case.approve', 'case.publish'].map(action => ({ action, unit: testUnits.city })),
    )
  })
})

describe('who sees what', () => {
  test('drafts those who keep cases, approved ones the units below too, public ones everybody', async () => {
    const [draft, good, open] = [await marked(), await approved(), await opened()]
    const seen = async (by: Persona) => {
      const ids = (await list(by, '?pageSize=100')).rows.map(row => row.id)
      return [draft, good, open].map(({ id }) => ids.includes(id))
    }
    expect(await seen('editor@city')).toEqual([true, true, true])
    expect(await seen('editor')).toEqual([true, true, true])
    expect(await seen('reporter@city')).toEqual([false, true, true])
    expect(await seen('reporter@county')).toEqual([false, true, true])
    expect(await seen('editor@county')).toEqual([false, true, true])
    expect(await seen('editor@sister')).toEqual([false, false, true])
    const answer = await (await app.as('editor@sister')).get(`/api/cases/${good.id}`)
    expect(answer.statusCode).toBe(404)
  })

  test('the policies alone hold what the condition would hold', async () => {
    const [draft, good, open] = [await marked(), await approved(), await opened()]
    const bare = await readInScope(app.connection.db, { scope: noScope, personId: null }, tx =>
      rowsOf<{ id: string }>(tx, sql`select id from casebook_case`),
    )
    expect(bare.map(row => row.id)).toEqual([open.id])
    const steps = await readInScope(app.connection.db, { scope: noScope, personId: null }, tx =>
      rowsOf(tx, sql`select 1 from casebook_step`),
    )
    expect(steps).toEqual([])
    const [unit] = await rowsOf<{ path: string }>(
      app.connection.db,
      sql`select path from unit where id = ${testUnits.sister}`,
    )
    const sister = { roots: [{ unitId: testUnits.sister, path: unit!.path }], content: true }
    const beside = await readInScope(app.connection.db, { scope: sister, personId: null }, tx =>
      rowsOf<{ id: string }>(tx, sql`select id from casebook_case`),
    )
    expect(beside.map(row => row.id)).toEqual([open.id])
    expect([draft.id, good.id]).not.toContain(beside[0]!.id)
  })

  test('the source of a public case is told only to who may see it', async () => {
    const { id } = await opened()
    const there: CaseRecord = (await (await app.as('editor@sister')).get(`/api/cases/${id}`)).json()
    expect([there.source, there.sourceTitle]).toEqual([null, '青禾市科协办起流动科技馆'])
  })
})

describe('the list', () => {
  test('words, tags, states and units narrow it, and the states are counted', async () => {
    const one = await marked({ tags: ['科普下乡'] })
    const two = await approved({ title: '农民夜校', tags: ['夜校"}', '科普下乡'], why: '白天忙，晚上有空。' })
    const by = 'editor' as const
    expect(await list(by)).toMatchObject({ total: 2, counts: { draft: 1, approved: 1, public: 0 } })
    expect((await list(by)).tags[0]).toEqual({ tag: '科普下乡', cases: 2 })
    const ids = async (query: string) => (await list(by, query)).rows.map(row => row.id)
    expect(await ids('?state=draft')).toEqual([one.id])
    expect(await ids(`?tag=${encodeURIComponent('夜校"}')}`)).toEqual([two.id])
    expect(await ids(`?q=${encodeURIComponent('晚上 夜校')}`)).toEqual([two.id])
    // Traditional characters and a full-width letter are the same word.
    expect(await ids(`?q=${encodeURIComponent('農民夜校')}`)).toEqual([two.id])
    expect(await ids(`?q=${encodeURIComponent('-夜校')}`)).toEqual([one.id])
    expect(await ids(`?unit=${testUnits.city}&order=title`)).toEqual([two.id, one.id])
    expect(await ids(`?unit=${testUnits.sister}`)).toEqual([])
    for (const q of ['%', '_', '\\', '\u0000'.repeat(3)])
      expect((await (await app.as(by)).get(`/api/cases?q=${encodeURIComponent(q)}`)).statusCode).toBe(200)
    expect(await ids(`?q=${encodeURIComponent('%')}`)).toEqual([])
  })

  test('is saved as a workbook, with an entry on the trail', async () => {
    await marked()
    const answer = await (await app.as('editor@city')).post('/api/cases/export', { q: '流动' })
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const [entry] = await rowsOf<{ after: string }>(
      app.connection.db,
      sql`select after::text as after from audit_entry where action = 'case.export' order by id desc limit 1`,
    )
    expect(entry!.after).toContain('"rows":1')
  })
})

describe('offered while composing', () => {
  const ask = async (text: string, by: Persona = 'editor@city'): Promise<CaseSuggestions['rows']> =>
    (await (await app.as(by)).post('/api/case-suggestions', { text })).json<CaseSuggestions>().rows

  test('the likest first, drafts and what has nothing in common never', async () => {
    const museum = await approved()
    const school = await approved({
      title: '农民夜校办到家门口',
      why: '白天忙农活，夜校安排在晚饭后。',
      how: '由村里推荐讲师，县里统一教材。',
      tags: ['夜校'],
    })
    await marked({ title: '流动科技馆草稿' })
    const article = '8月3日，海州市科协的流动科技馆开进了12个村，农闲时节场地坐满了人。'
    const liked = await ask(article)
    expect(liked[0]).toMatchObject({ id: museum.id, why: words.why })
    expect(liked.map(row => row.state)).not.toContain('draft')
    expect((await ask('县里的讲师在晚饭后的农民夜校里讲教材')).map(row => row.id)[0]).toBe(school.id)
    expect(await ask('召开年度财务审计工作会议')).toEqual([])
    expect(await ask('')).toEqual([])
    expect(await ask('12345 <b>')).toEqual([])
    expect(await ask(article, 'editor@sister')).toEqual([])
  })
})

describe('the public pages', () => {
  test('show public cases and no others, without names of who works here', async () => {
    const [good, open] = [
      await approved({ title: '只认定的<案例>' }),
      await opened({ title: '公开的<案例>' }),
    ]
    const all = await page('/cases')
    expect(all.body).toContain('公开的&lt;案例&gt;')
    expect(all.body).not.toContain('只认定的')
    expect(all.body).not.toContain('<script')
    const one = await page(`/cases/${open.id}`)
    expect(one.statusCode).toBe(200)
    expect(one.body).toContain('先排路线，')
    expect(one.body).not.toContain(open.markedName)
    // A report is nobody's to read outside.
    expect(one.body).not.toContain('办起流动科技馆')
    const missing = await Promise.all(
      [good.id, '00000000-0000-4000-8000-000000000000', 'x', '%27or'].map(id => page(`/cases/${id}`)),
    )
    expect(missing.map(answer => answer.statusCode)).toEqual([404, 404, 404, 404])
    expect((await page('/')).body).toContain('公开的&lt;案例&gt;')
    expect((await page('/sitemap.xml')).body).toContain(`/cases/${open.id}</loc>`)
    expect((await page('/sitemap.xml')).body).not.toContain(good.id)
    await done(open, 'withdraw', 'editor@city')
    expect((await page(`/cases/${open.id}`)).statusCode).toBe(404)
  })

  test('find by words and tags', async () => {
    await opened({ tags: ['科普下乡'] })
    await opened({ title: '农民夜校', tags: ['夜校'] })
    const found = await page(`/cases?q=${encodeURIComponent('夜校')}`)
    expect(found.body).toContain('农民<mark>夜校</mark>')
    expect(found.body).not.toContain(words.title)
    const tagged = await page(`/cases?tag=${encodeURIComponent('科普下乡')}`)
    expect(tagged.body).toContain(words.title)
    expect(tagged.body).not.toContain('农民夜校')
    // The report behind it is nobody's to read outside, and nobody's to guess at.
    const sourceId = await addSentReport(app.connection.db, { title: '关于某项目的内部情况' })
    await opened({ title: '甲乙丙', sourceId })
    expect((await list('editor@city', `?q=${encodeURIComponent('内部情况')}`)).total).toBe(1)
    expect((await page(`/cases?q=${encodeURIComponent('内部情况')}`)).body).not.toContain('甲乙丙')
    expect((await page(`/cases?q=${encodeURIComponent('甲乙丙 -内部情况')}`)).body).toContain('找到 1 个案例')
    for (const q of ['%', '_', '\\', '长'.repeat(3000), '\u0000'])
      expect((await page(`/cases?q=${encodeURIComponent(q)}&tag=%00&page=0`)).statusCode).toBe(200)
  })

  test('link the article only while its issue is public, also after it was read anew', async () => {
    const { db } = app.connection
    const { issueId, articleId } = await addArticle(db, { publish: true, number: 9 })
    const { id } = await opened({ sourceKind: 'article', sourceId: articleId })
    expect((await page(`/cases/${id}`)).body).toContain(`href="/issues/${issueId}/articles/${articleId}"`)
    const again = randomUUID()
    await db.execute(sql`insert into article (id, column_id, position, kind, headline, contributor, paragraphs)
      select ${again}, column_id, 99, kind, headline, contributor, paragraphs from article where id = ${articleId}`)
    await db.execute(sql`delete from article where id = ${articleId}`)
    expect((await page(`/cases/${id}`)).body).toContain(`href="/issues/${issueId}/articles/${again}"`)
    expect((await mark({ sourceKind: 'article', sourceId: again })).json().code).toBe('case-exists')
    await db.execute(sql`update issue set published_at = null where id = ${issueId}`)
    expect((await page(`/cases/${id}`)).body).not.toContain('/articles/')
  })
})
