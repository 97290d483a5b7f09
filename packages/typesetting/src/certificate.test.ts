import { afterAll, expect, it } from 'vitest'
import { hostileText, squeeze } from './bulletin.fixture.ts'
import type { Certificate } from './certificate.contract.ts'
import { openTypesetter, parseCertificate } from './index.ts'
import { printText } from './model/clean-text.ts'
import { pointsPerMm, readPdf } from './pdf/pdf-text.fixture.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const plain: Certificate = {
  schema: 'jianbao-certificate/1',
  heading: '荣誉证书',
  name: '李晓宁',
  unit: '青山市科学技术协会',
  text: '在“2026年科学素质知识竞赛”中，成绩 98 分，列第 12 名。',
  award: '一等奖',
  issuer: '青山省科学技术协会',
  date: '2026-06-18',
  number: 'K3QM-8ZPT-W2HN-5VXD',
  seal: '4F7K2Q',
  address: 'https://jianbao.example/contests/check/K3QM8ZPTW2HN5VXD',
}
const long = '特别长的单位名称'.repeat(20)

it.each<[string, Partial<Certificate>]>([
  ['a plain one', {}],
  ['one without a unit', { unit: null }],
  [
    'long words',
    { name: long.slice(0, 60), unit: long, text: long.repeat(3), award: long.slice(0, 40), issuer: long },
  ],
  [
    'hostile words',
    { heading: hostileText, name: hostileText, text: hostileText, award: hostileText, closing: '' },
  ],
])('%s stands on one page, whole and within its border', async (_, more) => {
  const certificate = { ...plain, ...more }
  const { pdf, pages } = await typesetter.typesetPdf(certificate)
  const [page] = await readPdf(pdf)
  expect(pages).toBe(1)
  const text = squeeze(page!.text)
  if (!more.heading)
    for (const words of [certificate.name, certificate.text, certificate.award, certificate.issuer])
      expect(text).toContain(squeeze(printText(words)))
  for (const words of ['2026年6月18日', plain.number, plain.seal, plain.address])
    expect(text).toContain(words)
  for (const piece of page!.pieces) {
    expect(piece.x).toBeGreaterThan(18 * pointsPerMm)
    expect(piece.right).toBeLessThan((297 - 18) * pointsPerMm)
    expect(piece.y).toBeGreaterThan(18 * pointsPerMm)
  }
  expect(pdf.toString('latin1')).toContain('pdfuaid:part')
})

it('is the same bytes for the same words and moment', async () => {
  const createdAt = new Date('2026-06-18T00:00:00Z')
  const [one, other] = [
    await typesetter.typesetPdf(plain, { createdAt }),
    await typesetter.typesetPdf(plain, { createdAt }),
  ]
  expect(Buffer.compare(one.pdf, other.pdf)).toBe(0)
})

it('a field the model does not know, and a day that is none, are refused', () => {
  expect(parseCertificate(plain)).toBe(plain)
  expect(() => parseCertificate({ ...plain, seals: 2 })).toThrow()
  expect(() => parseCertificate({ ...plain, date: '2026-02-30' })).toThrow()
})
