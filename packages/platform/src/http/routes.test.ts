import fc from 'fast-check'
import pino from 'pino'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { attachment, checkRoutes, defineRoute, IncompleteRoute, openHttp, type Route } from './index.ts'
import { label } from './upload.ts'

const whole: Route = defineRoute({
  operationId: 'closeItem',
  method: 'POST',
  path: '/api/items/:id/close',
  summary: 'Close an item',
  tags: ['ledger'],
  access: ['coordinator'],
  audit: 'item.close',
  schema: { response: { 200: Type.Object({}) } },
  handler: async () => ({}),
})

describe('the app refuses to start', () => {
  test('not with a whole declaration', () => {
    expect(() => checkRoutes([whole])).not.toThrow()
    expect(() => checkRoutes([{ ...whole, audit: null, unrecorded: 'a sign of life' }])).not.toThrow()
  })

  test.each<[string, Partial<Record<keyof Route, unknown>>, string]>([
    ['an operationId', { operationId: undefined }, 'operationId is missing'],
    ['a summary', { summary: '' }, 'summary is missing'],
    ['an access rule', { access: undefined }, 'access is missing'],
    ['a known access rule', { access: 'everybody' }, 'access is missing'],
    ['a role', { access: [] }, 'access is missing'],
    ['a known role', { access: ['editor', 'king'] }, 'access is missing'],
    ['a response schema', { schema: { response: {} } }, 'response schema is missing'],
    ['any schema', { schema: undefined }, 'response schema is missing'],
    ['an audit action on an unsafe method', { audit: null }, 'audit action is missing'],
    [
      'one of an audit action and a reason for none',
      { unrecorded: 'a sign of life' },
      'audit action stands beside',
    ],
    ['a reason for no audit action', { audit: null, unrecorded: '' }, 'audit action is missing'],
    ['a null audit on GET', { method: 'GET' }, 'GET is never audited'],
  ])('without %s', (_name, hole, reason) => {
    const route = { ...whole, ...hole } as Route
    expect(() => checkRoutes([route])).toThrow(IncompleteRoute)
    expect(() => checkRoutes([route])).toThrow(`${route.method} /api/items/:id/close: ${reason}`)
  })

  test('with one operationId twice', () => {
    expect(() => checkRoutes([whole, { ...whole, path: '/api/other' }])).toThrow('closeItem is taken')
  })

  test('with a route under /api that went round its declaration', async () => {
    const logger = pino({ level: 'silent' })
    const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 10 })
    expect(() => http.get('/api/secret', async () => 1)).toThrow('GET /api/secret: not declared')
    await http.close()
  })
})

describe('names of files', () => {
  test('a label is never a path and holds no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), name => {
        expect(label(name)).toMatch(/^[^/\\\u0000-\u001f\u007f]{1,200}$/)
        expect(label(name)).not.toMatch(/^\.+$/)
      }),
    )
  })

  test('a download name stays one header value and is never a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
        const header = attachment(name)
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w%.~!*-]*$/,
        )
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).not.toMatch(/[/\\\r\n]/)
      }),
    )
  })

  test.each([
    ['long', `${'长'.repeat(300)}.pdf`, `${'长'.repeat(146)}.pdf`],
    ['cut within a character', `${'长'.repeat(145)}𠮷𠮷.pdf`, `${'长'.repeat(145)}\ufffd.pdf`],
    ['half a character', '\ud842.docx', '\ufffd.docx'],
    ['no extension', '𠮷'.repeat(100), '𠮷'.repeat(75)],
    ['short', '青禾简报 第3期.pdf', '青禾简报 第3期.pdf'],
  ])('a download name keeps its extension and whole characters: %s', (_case, name, shown) => {
    expect(decodeURIComponent(attachment(name).split("UTF-8''")[1]!)).toBe(shown)
  })
})
