import { acceptUpload, bulletinText, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let app: TestApp
let published = ''
let hidden = ''

const importIssue = async (text: string): Promise<string> => (await acceptUpload(app, text)).issueIds[0]!

beforeAll(async () => {
  app = await openTestApp()
  published = await importIssue(bulletinText({ number: 7, headline: '青禾市科协“科普大篷车”进<乡镇>' }))
  hidden = await importIssue(bulletinText({ number: 8, headline: '青禾市科协筹备年会' }))
  await (await app.as('editor')).post(`/api/issues/${published}/publish`)
})
afterAll(() => app.close())

const page = async (url: string, headers: Record<string, string> = {}) =>
  (await app.as('anonymous')).request({ method: 'GET', url, headers: { accept: 'text/html', ...headers } })

describe('the public site', () => {
  test.each(['/', '/issues'])('%s shows what is published and nothing else', async url => {
    const answer = await page(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain(published)
    expect(answer.body).not.toContain(hidden)
    expect(answer.body).not.toContain('筹备年会')
    expect(answer.body).not.toContain('<script')
  })

  test('texts of a bulletin are escaped', async () => {
    for (const url of ['/', `/issues/${published}`]) {
      const { body } = await page(url)
      expect(body).toContain('&lt;乡镇&gt;')
      expect(body).not.toContain('<乡镇>')
    }
  })

  test('an issue that is not public is as missing as one that never was', async () => {
    const strip = (body: string): string => body.replaceAll(hidden, '')
    const [unpublished, absent, garbled] = await Promise.all([
      page(`/issues/${hidden}`),
      page('/issues/00000000-0000-4000-8000-000000000000'),
      page('/issues/nothing'),
    ])
    expect([unpublished.statusCode, absent.statusCode, garbled.statusCode]).toEqual([404, 404, 404])
    for (const address of ['//', '//elsewhere.example/x']) {
      const lost = await page(address)
      expect(lost.statusCode).toBe(404)
      expect(lost.body).not.toContain('href="//')
    }
    expect(strip(unpublished.body)).toBe(absent.body.replaceAll('00000000-0000-4000-8000-000000000000', ''))
    expect(garbled.body).toContain('没有这一页')
    expect((await page(`/issues/${hidden}/file?format=txt`)).statusCode).toBe(404)
  })

  test('published issues can be downloaded under their name', async () => {
    const answer = await page(`/issues/${published}/file?format=txt`)
    expect(answer.statusCode).toBe(200)
    const name = encodeURIComponent('青禾市科协专项工作简报第7期.txt')
    expect(answer.headers['content-disposition']).toContain(`filename*=UTF-8''${name}`)
    expect(answer.body).toContain('青禾市科协在市科技馆举办科普讲座')
  })

  test('search and filters', async () => {
    expect((await page(`/issues?q=${encodeURIComponent('大篷车')}`)).body).toContain(published)
    expect((await page(`/issues?q=${encodeURIComponent('年会')}`)).body).toContain('没有找到')
    expect((await page('/issues?year=1999&page=zero&series=%00')).statusCode).toBe(200)
    expect((await page('/issues?q=a&q=b')).statusCode).toBe(200)
  })

  test('says 刊名 for a series, as the desk does', async () => {
    const { body } = await page('/issues')
    expect(body).toContain('全部刊名')
    expect(body).not.toContain('系列')
  })

  test('large type is remembered by a cookie that says nothing else', async () => {
    const asked = await page('/?type=large')
    expect(asked.body).toContain('class="type-large"')
    expect(asked.headers['set-cookie']).toMatch(/^type=large; Path=\/; Max-Age=31536000; SameSite=Lax$/)
    expect((await page('/issues', { cookie: 'type=large' })).body).toContain('class="type-large"')
    expect((await page('/?type=normal', { cookie: 'type=large' })).body).toContain('class="type-normal"')
  })

  test('its stylesheet may be kept for ever, its pages not', async () => {
    const { body, headers } = await page('/')
    const [, stylesheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(body)!
    expect((await page(stylesheet!)).headers['cache-control']).toContain('immutable')
    expect(headers['cache-control']).toBe('no-cache')
  })

  test('a program that asks for no page gets a problem', async () => {
    const answer = await (await app.as('anonymous')).get('/nothing')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
  })
})
