/** Articles, search, feeds and the sitemap: what visitors and their programs read. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { recordErratum } from '@jianbao/bulletin/server'
import { noScope, readInScope } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { acceptUpload, bulletinText, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addComposed, type Composed, pixel } from './composed.fixture.ts'

let app: TestApp
let imported = ''
let composed: Composed
let held: Composed
let secret: Composed

beforeAll(async () => {
  app = await openTestApp()
  const text = bulletinText({ number: 7, headline: '青禾市科协“科普大篷车”进<乡镇>' })
  imported = (await acceptUpload(app, text)).issueIds[0]!
  await (await app.as('editor')).post(`/api/issues/${imported}/publish`)
  composed = await addComposed(app, { number: 1 })
  held = await addComposed(app, { number: 2, withheld: [1] })
  secret = await addComposed(app, { number: 3, publish: false })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const page = async (url: string, headers: Record<string, string> = {}) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html', ...headers } })
const articlesOf = async (issue: string): Promise<string[]> => {
  const { body } = await page(`/issues/${issue}`)
  return [...body.matchAll(new RegExp(`href="/issues/${issue}/articles/([0-9a-f-]{36})"`, 'g'))].map(
    ([, id]) => id!,
  )
}

describe('an article', () => {
  test('has its own page with its place, its line to cite, and the way on', async () => {
    const [first, second] = composed.articleIds
    const { statusCode, body } = await page(`/issues/${composed.id}/articles/${second}`)
    expect(statusCode).toBe(200)
    for (const shown of [
      '<h1 class="jianbao-title" itemprop="headline">夜校开到村口</h1>',
      `href="/issues/${composed.id}/articles/${first}"`,
      '经验交流',
      '云岭市科协组稿简报',
      '2021年6月1日',
      '溪口县科协1：《夜校开到村口》，载《云岭市科协组稿简报》2021年第1期，2021年6月1日。',
      `<link rel="canonical" href="http://jianbao.test/issues/${composed.id}/articles/${second}">`,
      'property="og:type" content="article"',
      '<h2 class="jianbao-level-1">一、做法</h2>',
    ])
      expect(body).toContain(shown)
    expect(body).not.toContain('<script')
    expect(body).not.toContain('流动科技馆进山，乡亲们')
  })

  test('of an imported issue reads the same, escaped', async () => {
    const [id] = await articlesOf(imported)
    const { body } = await page(`/issues/${imported}/articles/${id}`)
    expect(body).toContain('进&lt;乡镇&gt;')
    expect(body).not.toContain('<乡镇>')
  })

  test('is missing under another issue, unpublished, garbled or held back, all alike', async () => {
    const plain = (body: string): string => body.replace(/[0-9a-f-]{36}/g, '')
    const missing = await page(`/issues/${composed.id}/articles/00000000-0000-4000-8000-000000000000`)
    for (const url of [
      `/issues/${imported}/articles/${composed.articleIds[0]}`,
      `/issues/${secret.id}/articles/${secret.articleIds[0]}`,
      `/issues/${held.id}/articles/${held.articleIds[1]}`,
    ]) {
      const answer = await page(url)
      expect([url, answer.statusCode]).toEqual([url, 404])
      expect(plain(answer.body)).toBe(plain(missing.body))
    }
    for (const id of ['x', "'", '%00', '%25', 'A'.repeat(150), composed.articleIds[0]!.toUpperCase()])
      expect((await page(`/issues/${composed.id}/articles/${id}`)).statusCode).toBe(404)
  })
})

describe('what is held back', () => {
  test('stands on no page, in no list, search, feed or sitemap', async () => {
    for (const url of [
      '/',
      '/issues',
      `/issues?q=${encodeURIComponent('夜校')}`,
      `/issues/${held.id}`,
      `/search?q=${encodeURIComponent('夜校开到村口')}`,
      '/feed.xml',
      '/atom.xml',
      '/sitemap.xml',
    ]) {
      const { body } = await page(url)
      expect([url, body.includes(held.articleIds[1]!)]).toEqual([url, false])
    }
    const { body } = await page(`/issues/${held.id}`)
    expect(body).not.toContain('夜校开到村口')
    expect(body).toContain('本期有 1 篇文章不公开')
    expect(body).toContain('流动科技馆进山')
    const beside = await page(`/issues/${held.id}/articles/${held.articleIds[0]}`)
    expect(beside.body).toContain('讲师团走进校园')
  })

  test('is in none of the files: they are set again without it', async () => {
    const whole = await page(`/issues/${composed.id}/file?format=pdf`)
    expect(whole.rawPayload.equals(composed.pdf)).toBe(true)
    const text = await page(`/issues/${held.id}/file?format=txt`)
    expect(text.body).toContain('流动科技馆进山')
    expect(text.body).not.toContain('夜校')
    const pdf = await page(`/issues/${held.id}/file?format=pdf`)
    expect(pdf.rawPayload.equals(held.pdf)).toBe(false)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a form that is no longer what was issued is not handed out', async () => {
    const damaged = await addComposed(app, { number: 8, series: '损坏的简报' })
    const path = join(app.config.dataFolder, 'issues', damaged.pdfHash.slice(0, 2), damaged.pdfHash)
    await writeFile(path, '%PDF- another')
    const answer = await page(`/issues/${damaged.id}/file?format=pdf`)
    expect(answer.statusCode).toBeGreaterThanOrEqual(500)
    expect(answer.body).not.toContain('%PDF')
    await app.connection.db.execute(sql`delete from issue where id = ${damaged.id}`)
    ;(app.errors as string[]).length = 0
  })

  test('the policies alone hide it, its words and its facts', async () => {
    const nobody = { scope: noScope, personId: null }
    const seen = await readInScope(app.connection.db, nobody, tx =>
      rowsOf<{ id: string }>(tx, sql`select id from article union all select article_id from article_search`),
    )
    const ids = seen.map(row => row.id)
    expect(ids).toContain(held.articleIds[0])
    expect(ids).not.toContain(held.articleIds[1])
    expect(ids).not.toContain(secret.articleIds[0])
  })

  test('follows when it is let go or the issue is withdrawn', async () => {
    const { db } = app.connection
    const other = await addComposed(app, { number: 9, withheld: [0], series: '另一种简报' })
    const found = async () => (await page(`/issues/${other.id}/articles/${other.articleIds[0]}`)).statusCode
    const searched = async () =>
      (
        await page(`/search?q=${encodeURIComponent('流动科技馆')}&series=${encodeURIComponent('另一种简报')}`)
      ).body.includes(other.articleIds[0]!)
    expect([await found(), await searched()]).toEqual([404, false])
    await db.execute(sql`update article set withheld = false where id = ${other.articleIds[0]!}`)
    expect([await found(), await searched()]).toEqual([200, true])
    await db.execute(sql`update article set withheld = true where id = ${other.articleIds[0]!}`)
    await db.execute(sql`update issue set published_at = null where id = ${other.id}`)
    await db.execute(sql`update issue set published_at = now() where id = ${other.id}`)
    expect([await found(), await searched()]).toEqual([404, false])
    await db.execute(sql`delete from issue where id = ${other.id}`)
  })
})

describe('pictures', () => {
  test('are served under the issue, for long, and only those that are shown', async () => {
    const { body } = await page(`/issues/${composed.id}/articles/${composed.articleIds[0]}`)
    const address = `/issues/${composed.id}/pictures/${composed.picture}`
    expect(body).toContain(`src="${address}" alt="打谷场"`)
    const answer = await page(address)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png'])
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.rawPayload.equals(pixel)).toBe(true)
    for (const url of [
      `/issues/${secret.id}/pictures/${secret.picture}`,
      `/issues/${imported}/pictures/${composed.picture}`,
      `/issues/${composed.id}/pictures/${'0'.repeat(64)}`,
      `/issues/${composed.id}/pictures/..%2f..%2fetc`,
    ])
      expect((await page(url)).statusCode, url).toBe(404)
  })

  test('of an article that is held back are not', async () => {
    const { db } = app.connection
    await db.execute(
      sql`update issue_picture set sha256 = ${'1'.repeat(64)} where issue_id = ${held.id} and key = 'p2'`,
    )
    expect((await page(`/issues/${held.id}/pictures/${'1'.repeat(64)}`)).statusCode).toBe(404)
  })
})

describe('errata', () => {
  test('are shown with the issue and with the article they are about, and date the feeds', async () => {
    const { db } = app.connection
    const [first, second] = composed.articleIds
    const erratum = {
      issueId: composed.id,
      place: '第二段',
      reason: '数字有误',
      byName: '甲',
      at: new Date('2021-07-01T02:00:00Z'),
    }
    await db.transaction(async tx => {
      await recordErratum(tx, {
        ...erratum,
        id: randomUUID(),
        articleId: first!,
        was: '一整天<b>',
        isNow: '半天',
      })
    })
    for (const url of [`/issues/${composed.id}`, `/issues/${composed.id}/articles/${first}`]) {
      const { body } = await page(url)
      expect(body).toContain('<del>一整天&lt;b&gt;</del>')
      expect(body).toContain('<ins>半天</ins>')
      expect(body).not.toContain('甲')
    }
    expect((await page(`/issues/${composed.id}/articles/${second}`)).body).not.toContain('勘误')
    expect((await page('/atom.xml')).body).toContain('<updated>2021-07-01T02:00:00.000Z</updated>')
  })

  test('about what is held back are not told', async () => {
    await app.connection.db.transaction(tx =>
      recordErratum(tx, {
        id: randomUUID(),
        issueId: held.id,
        articleId: held.articleIds[1]!,
        place: '夜校',
        was: '一',
        isNow: '二',
        reason: '',
        byName: '甲',
        at: new Date(),
      }),
    )
    expect((await page(`/issues/${held.id}`)).body).not.toContain('勘误')
  })
})

describe('an issue', () => {
  test('leads to its articles and to the issues before and after it in its series', async () => {
    expect(await articlesOf(composed.id)).toEqual(composed.articleIds)
    const { body } = await page(`/issues/${composed.id}`)
    expect(body).toContain(`<a rel="next" href="/issues/${held.id}">`)
    expect(body).not.toContain('rel="prev"')
    expect(body).not.toContain(secret.id)
  })
})

describe('the search', () => {
  test('finds articles by their text and issues by their name, with the words lit', async () => {
    const { body } = await page(`/search?q=${encodeURIComponent('打谷场 流动')}`)
    expect(body).toContain('<mark>流动</mark>科技馆进山')
    expect(body).toContain('<mark>打谷场</mark>')
    expect(body).toContain(`/issues/${composed.id}/articles/${composed.articleIds[0]}`)
    expect(body).toContain('name="robots" content="noindex, follow"')
    const named = await page(`/search?q=${encodeURIComponent('组稿简报')}`)
    expect(named.body).toContain('名称或标题相符的期次')
  })

  test('keeps its filters, pages and order, and says what to do when there is nothing', async () => {
    const one = await page(`/search?q=${encodeURIComponent('流动科技馆')}&year=1999`)
    expect(one.body).toContain('没有找到同时含有这些词的文章')
    expect(one.body).toContain('<option value="1999" selected>')
    expect((await page('/search')).body).toContain('输入词语')
    expect((await page(`/search?q=${encodeURIComponent('流动科技馆')}&order=newest&page=2`)).statusCode).toBe(
      200,
    )
  })

  test.each([
    '%',
    '_',
    '\\',
    '\u0000',
    '<script>alert(1)</script>',
    '"',
    "'; drop table issue; --",
    '“',
    '-',
    '\ud800',
    '长'.repeat(10_000),
  ])('answers %j', async q => {
    const query = encodeURIComponent(q.toWellFormed())
    for (const path of ['/search', '/issues', '/cases']) {
      const answer = await page(`${path}?q=${query}`)
      expect([path, answer.statusCode]).toEqual([path, 200])
      expect(answer.body).not.toContain('<script')
    }
    expect((await page(`/feed.xml?series=${query}`)).statusCode).toBe(q === '\u0000' ? 200 : 404)
  })

  test('finds a percent sign as such', async () => {
    expect((await page(`/search?q=${encodeURIComponent('%')}`)).body).toContain('没有找到')
    expect((await page(`/issues?q=${encodeURIComponent('%')}`)).body).toContain('没有找到')
  })
})

describe('feeds and the sitemap', () => {
  const wellFormed = (xml: string): void => {
    const open: string[] = []
    for (const [, slash, name, empty] of xml.matchAll(/<(\/?)([a-zA-Z:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (slash) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name!)
    }
    expect(open).toEqual([])
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  }

  test.each([
    ['/feed.xml', 'application/rss+xml'],
    ['/atom.xml', 'application/atom+xml'],
    ['/sitemap.xml', 'application/xml'],
  ])('%s is well-formed, whatever titles hold, and names what is public', async (url, mediaType) => {
    const { db } = app.connection
    await db.execute(
      sql`update issue set series = ${'云岭市科协组稿简报 \u0001]]>&<b>'} where id = ${held.id}`,
    )
    const answer = await page(url)
    expect(answer.headers['content-type']).toBe(`${mediaType}; charset=utf-8`)
    wellFormed(answer.body)
    expect(answer.body).toContain(`/issues/${composed.id}`)
    expect(answer.body).toContain(`/articles/${composed.articleIds[0]}`)
    expect(answer.body).not.toContain(secret.id)
    await db.execute(sql`update issue set series = '云岭市科协组稿简报' where id = ${held.id}`)
  })

  test('are there for a series too, and not for one nobody published', async () => {
    const one = await page(`/feed.xml?series=${encodeURIComponent('云岭市科协组稿简报')}`)
    expect(one.body).toContain(composed.id)
    expect(one.body).not.toContain(imported)
    expect((await page(`/atom.xml?series=${encodeURIComponent('没有的刊')}`)).statusCode).toBe(404)
    const list = await page(`/issues?series=${encodeURIComponent('云岭市科协组稿简报')}`)
    expect(list.body).toContain(`href="/feed.xml?series=${encodeURIComponent('云岭市科协组稿简报')}"`)
  })

  test('robots are told where the sitemap is', async () => {
    const { body } = await page('/robots.txt', {})
    expect(body).toMatch(/^Sitemap: http:\/\/jianbao\.test\/sitemap\.xml$/m)
    expect((await page('/sitemap.xml?part=2')).statusCode).toBe(404)
  })
})

describe('what a caller has already', () => {
  test.each(['/', '/issues', '/search', '/feed.xml', '/atom.xml', '/sitemap.xml', '/cases'])(
    '%s is not sent again',
    async url => {
      const first = await page(url)
      const tag = String(first.headers['etag'])
      const again = await page(url, { 'if-none-match': `"x", ${tag}` })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect((await page(url, { 'if-none-match': '"x"' })).statusCode).toBe(200)
    },
  )

  test('large type is another page, and a withdrawn issue makes the feed another', async () => {
    const { headers } = await page('/')
    expect(
      (await page('/', { 'if-none-match': String(headers['etag']), cookie: 'type=large' })).statusCode,
    ).toBe(200)
    const feed = await page('/feed.xml')
    const since = String(feed.headers['last-modified'])
    expect((await page('/feed.xml', { 'if-modified-since': since })).statusCode).toBe(304)
    await app.connection.db.execute(sql`update issue set published_at = null where id = ${imported}`)
    expect((await page('/feed.xml', { 'if-modified-since': since })).statusCode).toBe(200)
    await app.connection.db.execute(sql`update issue set published_at = '2021-05-01' where id = ${imported}`)
  })

  test('a file too, before it is set', async () => {
    const url = `/issues/${held.id}/file?format=docx`
    const first = await page(url)
    expect(first.statusCode).toBe(200)
    expect((await page(url, { 'if-none-match': String(first.headers['etag']) })).statusCode).toBe(304)
  })
})

test('the first page with everything it asks for is under 30 KB, and asks nobody else', async () => {
  const long =
    '青禾市科协联合市农业农村局、市卫生健康委员会在新集镇举办“科普大篷车进万家”暨秋收秋种科技服务月启动仪式'
  for (let number = 10; number < 18; number++)
    await addComposed(app, {
      number,
      series: '青禾市科协党史学习教育领导小组办公室简报',
      heads: [long, long, long],
    })
  const { body } = await page('/')
  expect(body.split(long).length).toBeGreaterThan(20)
  const asked = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!)
  const own = [...body.matchAll(/<(?:link|script|img|iframe|source)[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(tag => /rel="(?:stylesheet|icon)"|<script|<img|<iframe|<source/.test(tag))
    .map(tag => /(?:src|href)="([^"]+)"/.exec(tag)![1]!)
  expect(own.length).toBeGreaterThan(1)
  const answers = await Promise.all(own.map(url => page(url)))
  expect(answers.map(answer => answer.statusCode)).toEqual(own.map(() => 200))
  const css = answers[own.findIndex(url => url.endsWith('.css'))]!.body
  expect(css).not.toMatch(/@import|url\(/)
  const sizeBytes = [body, ...answers.map(answer => answer.body)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  )
  expect(sizeBytes).toBeLessThan(30_000)
  const canonical = /rel="canonical" href="([^"]+)"/.exec(body)![1]!
  expect(asked.filter(url => !url.startsWith('/') && !url.startsWith('#') && url !== canonical)).toEqual([])
})
