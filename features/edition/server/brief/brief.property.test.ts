import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, it } from 'vitest'
import { ArticleDoc, docText, figuresOf, printFigure } from '../../contract/index.ts'
import { reckonFigure } from '../figure/figure.rules.ts'
import { newId } from './brief.fixture.ts'
import { docOfBrief, draftBrief } from './brief.rules.ts'
import type { BriefReport, Piece } from './brief.types.ts'
import { allTemplateWords } from './template.texts.ts'

const words = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '云岭市科协',
    '举办科普讲座',
    '枣林中学',
    '：',
    '——',
    '12,000人次',
    '120余人参加',
    '$&',
    '（',
    '\n',
  ),
)
const text = fc.array(words, { maxLength: 6 }).map(parts => parts.join(''))
const figure = fc.record({
  id: fc.uuid(),
  measure: fc.constantFrom('people', 'copies', 'constructor', 'other'),
  reads: fc.constantFrom(null, 'people', 'persontimes', 'views', 'copies', 'money', 'toString'),
  value: fc.oneof(
    fc.nat(500_000),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 12_000, 120),
  ),
  unit: fc.constantFrom('人', '名', '户', '人次', '份', '万元', '(', '*'),
  qualifier: fc.constantFrom('exact', 'about', 'over', 'under', 'atleast'),
  of: fc.option(text),
  surface: fc.option(text),
})
const day = fc.option(
  fc
    .date({ min: new Date('1999-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map(at => at.toISOString().slice(0, 10)),
)
const unit = fc.constantFrom('云岭市科协', '海州市科协', '溪口县科学技术协会', '某学会')
const report: fc.Arbitrary<BriefReport> = fc
  .record({
    reportId: fc.uuid(),
    unitName: unit,
    title: text,
    body: text,
    typeName: fc.option(fc.constantFrom('科普宣传', '为民服务活动')),
    startDay: day,
    endDay: day,
    place: fc.option(text),
    partners: fc.array(fc.record({ name: text, role: fc.constantFrom('co-host', 'participate', 'x') }), {
      maxLength: 5,
    }),
    figures: fc.array(figure, { maxLength: 4 }),
  })
  .map(each => ({ ...each, unitId: each.unitName, unitNames: [each.unitName] }))
const reports = fc.uniqueArray(report, { minLength: 1, maxLength: 6, selector: ({ reportId }) => reportId })
const limit = fc.integer({ min: 30, max: 400 })

const isDoc = Compile(ArticleDoc)
const known = allTemplateWords()

it('never throws, and makes a document of the closed schema', () => {
  fc.assert(
    fc.property(reports, limit, (all, most) => {
      const doc = docOfBrief(draftBrief(all, { year: '2026', limit: most, newId }))
      expect(isDoc.Check(doc)).toBe(true)
      expect(docText(doc)).toMatch(/。$/u)
    }),
    { numRuns: 500 },
  )
})

it('every character comes out of a fact or is a template word', () => {
  fc.assert(
    fc.property(reports, limit, (all, most) => {
      const { part } = draftBrief(all, { year: '2026', limit: most, newId })
      for (const piece of part) expect(isGrounded(piece, all), JSON.stringify(piece)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('every number stands for figures that are there, and says what they come to', () => {
  fc.assert(
    fc.property(reports, limit, (all, most) => {
      const doc = docOfBrief(draftBrief(all, { year: '2026', limit: most, newId }))
      const facts = all.flatMap(({ reportId, unitId, figures }) => [
        { reportId, unitId, figureId: null, measure: null, value: null, unit: null, qualifier: null },
        ...figures.map(({ id, measure, value, unit, qualifier }) => ({
          ...{ reportId, unitId, figureId: id, measure, value, unit, qualifier },
        })),
      ])
      for (const figure of figuresOf(doc)) {
        const reckoned = reckonFigure(figure, facts)
        expect(reckoned).not.toBeNull()
        if (figure.op === 'sum') expect(figure.shown).toBe(printFigure(reckoned!).slice(0, 60))
      }
    }),
    { numRuns: 500 },
  )
})

/** Judged anew, by the reports alone. */
function isGrounded(piece: Piece, all: readonly BriefReport[]): boolean {
  if (piece.from === 'figure') {
    const named = piece.attrs.sources.every(({ reportId, figureId }) => {
      const report = all.find(each => each.reportId === reportId)
      return report && (figureId === null || report.figures.some(({ id }) => id === figureId))
    })
    return named && piece.attrs.shown !== ''
  }
  if (piece.from === 'word') return known.has(piece.text)
  if (piece.from === 'fact')
    return all.some(report => factsOf(report).some(fact => fact.includes(piece.text)))
  const days = all.flatMap(({ startDay, endDay }) => [startDay, endDay].filter(day => day !== null))
  const said = piece.text.match(/\d+(?=[年月日])/gu) ?? []
  const parts = new Set(days.flatMap(day => day.split('-').map(part => String(Number(part)))))
  return said.every(part => parts.has(part)) && piece.text.replace(/\d+|[年月日至]/gu, '') === ''
}

function factsOf({ unitName, title, body, typeName, place, partners, figures }: BriefReport): string[] {
  return [
    unitName,
    title,
    body,
    typeName,
    place,
    ...partners.map(({ name }) => name),
    ...figures.map(({ of }) => of),
  ].filter(fact => fact !== null)
}
