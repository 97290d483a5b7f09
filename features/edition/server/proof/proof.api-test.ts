import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  docOf,
  docText,
  type EditionContent,
  type EditionProof,
  type ProofFinding,
} from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

let app: TestApp
let seriesId: string
beforeAll(async () => {
  app = await openTestApp()
  seriesId = await openSeries(app)
})
afterAll(() => app.close())

const words = (headline: string, text: string) => ({
  text: { kind: 'article', headline, subtitle: '', contributor: '', doc: docOf(text) },
})

async function proofOf(by: Agent, id: string): Promise<EditionProof> {
  const answer = await by.request({ method: 'GET', url: `/api/editions/${id}/proof` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<EditionProof>()
}
const ofRule = (proof: EditionProof, rule: string): ProofFinding =>
  proof.findings.find(finding => finding.rule === rule)!

/** An edition with one article of the text given. */
async function editionWith(
  by: Agent,
  headline: string,
  text: string,
): Promise<{ id: string; itemId: string }> {
  const { id } = await beginEdition(by, seriesId)
  const { content } = await addTo(by, id, 'news', words(headline, text))
  return { id, itemId: content[0]!.id }
}

test('says what is wrong with an issue as it is saved, and where', async () => {
  const editor = await app.as('editor')
  const { id, itemId } = await editionWith(
    editor,
    '溪口县科协召开会议。',
    '溪扣县科协建立工作台帐，共培训100人。\n联系电话13800001234。',
  )
  const proof = await proofOf(editor, id)
  const said = proof.findings.map(({ rule, place, quote, mend }) => [
    rule,
    place.itemId,
    place.block,
    quote,
    mend,
  ])
  expect(said).toContainEqual(['headline-stop', itemId, null, '。', ''])
  expect(said).toContainEqual(['unit-near-miss', itemId, 0, '溪扣县科协', '溪口县科协'])
  expect(said).toContainEqual(['word-confused', itemId, 0, '台帐', '台账'])
  expect(said).toContainEqual(['figure-unsourced', itemId, 0, '100人', null])
  expect(said).toContainEqual(['personal-phone', itemId, 1, '13800001234', '138****1234'])
  expect(proof).toMatchObject({ pages: 'not-asked', actions: ['mend', 'ignore'], counts: { ignored: 0 } })
  const whole = await editor.request({ method: 'GET', url: `/api/editions/${id}/proof?pages=true` })
  expect(whole.json<EditionProof>().pages).toBe('seen')
  expect(proof.counts.error + proof.counts.warn + proof.counts.hint).toBe(proof.findings.length)
})

test('mends with one click under the version of the article, and tells the trail', async () => {
  const editor = await app.as('editor')
  const { id, itemId } = await editionWith(editor, '工作动态。', '建立工作台帐，认真布署。')
  const proof = await proofOf(editor, id)
  const fingerprints = ['headline-stop', 'word-confused'].map(rule => ofRule(proof, rule).fingerprint)
  const version = proof.items[0]!.version
  const wish = { items: [{ itemId, version, fingerprints }] }
  const answer = await editor.post(`/api/editions/${id}/proof/mend`, wish)
  expect(answer.statusCode, answer.body).toBe(200)
  const item = answer.json<EditionContent>().content[0]!
  expect([item.headline, docText(item.doc)]).toEqual(['工作动态', '建立工作台账，认真布署。'])
  expect(item.version).toBeGreaterThan(version)
  const left = await proofOf(editor, id)
  expect(left.findings.filter(({ fingerprint }) => fingerprints.includes(fingerprint))).toEqual([])
  const again = await editor.post(`/api/editions/${id}/proof/mend`, wish)
  expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'changed-meanwhile'])
  const [entry] = await rowsOf<{ after: object }>(
    app.connection.db,
    sql`select after from audit_entry where action = 'edition.mend' and object = ${id} and outcome = 'done'`,
  )
  expect(entry!.after).toMatchObject({ mended: 2, items: 1 })
})

test('a finding that is not there any more mends nothing', async () => {
  const editor = await app.as('editor')
  const { id, itemId } = await editionWith(editor, '工作动态', '建立工作台帐。')
  const proof = await proofOf(editor, id)
  const wish = (fingerprint: string) => ({
    items: [{ itemId, version: proof.items[0]!.version, fingerprints: [fingerprint] }],
  })
  const gone = await editor.post(`/api/editions/${id}/proof/mend`, wish('0123456789abcd'))
  expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([409, 'finding-gone'])
})

test('nobody mends an article that somebody else is at', async () => {
  const [editor, reviser] = [await app.as('editor'), await app.as('reviser')]
  const { id, itemId } = await editionWith(editor, '工作动态', '建立工作台帐。')
  const proof = await proofOf(editor, id)
  const tab = '00000000-0000-4000-8000-0000000000aa'
  const { by } = { by: reviser }
  await app.connection.db.execute(sql`update edition_item set claimed_by = 'somebody', claimed_name = '乙',
    claimed_tab = ${tab}, claimed_until = now() + interval '5 years' where id = ${itemId}`)
  const wish = {
    items: [
      {
        itemId,
        version: proof.items[0]!.version,
        fingerprints: [ofRule(proof, 'word-confused').fingerprint],
      },
    ],
  }
  const answer = await editor.post(`/api/editions/${id}/proof/mend`, wish)
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'item-claimed'])
  expect((await proofOf(by, id)).actions).toEqual([])
})

test('a finding is left with a reason, and still is after edits elsewhere; it can be heeded again', async () => {
  const editor = await app.as('editor')
  const { id, itemId } = await editionWith(
    editor,
    '工作动态',
    '甲地开展活动。\n各地都要建立健全工作台帐，逐项销号。',
  )
  const { fingerprint } = ofRule(await proofOf(editor, id), 'word-confused')
  const left = await editor.post(`/api/editions/${id}/proof/ignore`, { fingerprint, reason: '引自原文' })
  expect(left.statusCode, left.body).toBe(200)
  expect(left.json<EditionProof>().counts.ignored).toBe(1)
  const version = (await proofOf(editor, id)).items[0]!.version
  const text = {
    ...words('工作动态', '乙地也开展活动。\n各地都要建立健全工作台帐，逐项销号。').text,
    version,
    withheld: false,
  }
  const saved = await editor.request({
    method: 'PUT',
    url: `/api/editions/${id}/items/${itemId}`,
    payload: text,
  })
  expect(saved.statusCode, saved.body).toBe(200)
  const kept = ofRule(await proofOf(editor, id), 'word-confused')
  expect(kept.ignored).toMatchObject({ reason: '引自原文' })
  const heeded = await editor.post(`/api/editions/${id}/proof/heed`, { fingerprint })
  expect(ofRule(heeded.json<EditionProof>(), 'word-confused').ignored).toBeNull()
})

test('who only signs reads the findings and changes none of them', async () => {
  const [editor, signatory] = [await app.as('editor'), await app.as('signatory')]
  const { id } = await editionWith(editor, '工作动态', '建立工作台帐。')
  const proof = await proofOf(signatory, id)
  expect(proof.actions).toEqual([])
  const { fingerprint } = ofRule(proof, 'word-confused')
  const answer = await signatory.post(`/api/editions/${id}/proof/ignore`, { fingerprint, reason: '无妨' })
  expect(answer.json<{ code: string }>().code).toBe('edition-settled')
})

test('the county’s desk is not told the names of units beside it', async () => {
  const editor = await app.as('editor@county')
  const { id } = await beginEdition(editor, await openSeries(app, { unitId: testUnits.county }))
  await addTo(editor, id, 'news', words('工作动态', '海洲市科协来访，溪扣县科协接待。'))
  const names = (await proofOf(editor, id)).findings.map(({ details }) => details['name'])
  expect(names).toContain('溪口县科协')
  expect(names).not.toContain('海州市科协')
})
