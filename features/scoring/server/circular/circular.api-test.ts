/** A circular from draft to issued and revoked, with the real typesetter behind it. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, testUnits } from '@jianbao/testkit'
import { describe, expect, test } from 'vitest'
import type { CircularPage, CircularRecord, CountedPage } from '../../contract/index.ts'
import { openCircularDesk } from './circular-desk.fixture.ts'

const desk = openCircularDesk()
const { report, make, act, done, file } = desk

describe('from draft to issued', () => {
  test('a draft is worded by hand and counted again; what was written stays, the usual words follow', async () => {
    const made = await make()
    expect(made).toMatchObject({ state: 'draft', actions: ['edit', 'refresh', 'issue', 'remove'] })
    const answer = await desk.editor.request({
      method: 'PATCH',
      url: `/api/circulars/${made.id}`,
      payload: { version: made.version, opening: '请看本季度情况。', docNumber: '青科协办〔2021〕9号' },
    })
    const edited: CircularRecord = answer.json()
    await report({ adopted: [{ day: '2021-05-12' }] })
    await desk.app.scoring.settle()
    const again = await done(edited, 'refresh')
    expect(again.figures.totals).toMatchObject({ reported: 1, adopted: 1 })
    expect(again.opening).toBe('请看本季度情况。')
    const text = (await file(again, 'txt')).body
    expect(text).toContain('青科协办〔2021〕9号')
    expect(text).toContain('请看本季度情况。')
    expect(text).toContain('采用1个单位的信息1篇')
    const stale = await act(made, 'issue')
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile'])
  })

  test('issued it stays as it was, whatever happens; the page says what is otherwise now', async () => {
    await report({ adopted: [{ day: '2021-05-12' }] })
    const issued = await done(await make(), 'issue')
    expect(issued).toMatchObject({ state: 'issued', date: '2021-07-06', actions: ['revoke'] })
    const before = (await file(issued, 'txt')).body
    const changes = async () => (await desk.editor.get(`/api/circulars/${issued.id}/changes`)).json()
    expect(await changes()).toEqual({ totals: [], units: 0 })
    await report({ unitId: testUnits.county, adopted: [{ day: '2021-06-12' }] })
    await desk.app.scoring.settle()
    desk.now = '2021-07-06T02:20:00Z'
    expect((await file(issued, 'txt')).body).toBe(before)
    expect(await changes()).toMatchObject({
      totals: [
        { what: 'reported', was: 1, is: 2 },
        { what: 'adopted', was: 1, is: 2 },
      ],
    })
    for (const deed of ['refresh', 'issue', 'remove']) {
      const answer = await act(issued, deed)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'circular-settled'])
    }
    const write = desk.app.connection.db.execute(
      sql`update circular set figures = '{}'::jsonb where id = ${issued.id}`,
    )
    await expect(write).rejects.toThrow()
  })

  test('unit leads and reporters below are told, read it, and see nothing of a draft', async () => {
    const lead = await desk.app.as('unit-lead@county')
    const sister = await desk.app.as('reporter@sister')
    const made = await make({ unitId: testUnits.city }, await desk.app.as('editor@city'))
    expect((await lead.get(`/api/circulars/${made.id}`)).statusCode).toBe(404)
    const own = await desk.app.as('reporter@city')
    expect((await own.get(`/api/circulars/${made.id}`)).statusCode).toBe(404)
    expect((await own.get('/api/circulars')).body).not.toContain(made.id)
    const issued = await done(made, 'issue')
    const seen = await lead.get(`/api/circulars/${issued.id}`)
    expect(seen.statusCode, seen.body).toBe(200)
    expect(seen.json<CircularRecord>()).toMatchObject({ actions: [] })
    expect((await sister.get(`/api/circulars/${issued.id}`)).statusCode).toBe(404)
    const listed = async (agent: Agent) =>
      (await agent.get('/api/circulars')).json<CircularPage>().rows.map(({ id }) => id)
    expect(await listed(lead)).toContain(issued.id)
    expect(await listed(sister)).not.toContain(issued.id)
    const told = async (agent: Agent) =>
      (await agent.get('/api/notices')).body.includes(`/circulars/${issued.id}`)
    expect([await told(lead), await told(sister), await told(await desk.app.as('reporter@city'))]).toEqual([
      true,
      false,
      true,
    ])
    const page = (await lead.get(`/api/circulars/${issued.id}/counted?what=reported`)).json<CountedPage>()
    expect(page.rows.every(({ unitName }) => unitName !== '海州市科协')).toBe(true)
  })

  test('revoked it stays readable, says why, and makes room for another', async () => {
    const issued = await done(await make(), 'issue')
    const second = await desk.editor.post('/api/circulars', {
      unitId: testUnits.root,
      campaignId: desk.campaignId,
      period: '2021-Q2',
    })
    expect([second.statusCode, second.json().code]).toEqual([409, 'circular-exists'])
    const revoked = await done(issued, 'revoke', { reason: '名次统计有误' })
    expect(revoked).toMatchObject({ state: 'revoked', revokeReason: '名次统计有误', actions: [] })
    expect((await make()).state).toBe('draft')
  })

  test('every deed is in the trail', async () => {
    const made = await make()
    await done(await done(await done(made, 'refresh'), 'issue'), 'revoke', { reason: '数据有误' })
    const trail = await rowsOf<{ action: string }>(
      desk.app.connection.db,
      sql`select action from audit_entry where object = ${made.id} order by at`,
    )
    expect(trail.map(({ action }) => action)).toEqual([
      'circular.make',
      'circular.refresh',
      'circular.issue',
      'circular.revoke',
    ])
  })
})

describe('its forms', () => {
  test('PDF, Word, page and text come from the typesetter', async () => {
    await report({ adopted: [{ day: '2021-05-12' }] })
    const circular = await make()
    const pdf = await file(circular, 'pdf')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.rawPayload.toString('latin1')).toContain('pdfuaid:part')
    expect((await file(circular, 'docx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    const html = await desk.editor.get(`/api/circulars/${circular.id}/html`)
    expect(html.body).toContain('<table>')
    expect((await file(circular, 'txt')).body).toContain('关于2021年二季度青禾行动信息报送和采用情况的通报')
  })
})
