import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setTable } from './set-table.ts'

const table = (names: string[], rows: string[][]) =>
  setTable({ type: 'table', columns: names.map(name => ({ name })), rows })

describe('setTable', () => {
  it('finds the side of each column', () => {
    const { columns } = table(
      ['次', '单位', '篇数', '率', '备注', '类'],
      [
        ['1', '青山市科学技术协会', '1,204', '57.4%', '', '市'],
        ['', '松岭县科协', '—', '0%', '', '县'],
      ],
    )
    expect(columns.map(({ side }) => side)).toEqual(['right', 'left', 'right', 'right', 'center', 'center'])
  })

  it('takes smaller type before it breaks cells, and keeps narrow columns whole', () => {
    expect(table(['名次', '单位'], [['1', '青山市科协']]).sizePt).toBe(14)
    const cells = ['1', '青山市科学技术协会普及部', '省直机关党支部', '120', '98', '81.7%', '36']
    expect(table(Array(7).fill('列'), [cells]).sizePt).toBe(12)
    expect(table(Array(8).fill('列'), [[...cells, '省科普协会']]).sizePt).toBe(10.5)
    const long = table(['名次', '单位', '说明'], [['1', '青山市科协', '很'.repeat(200)]])
    expect(long.sizePt).toBe(14)
    const characters = long.columns.map(column => column.share * ((28 * 16) / 14))
    expect(characters[0]).toBeGreaterThanOrEqual(2)
    expect(characters[1]).toBeGreaterThanOrEqual(6)
  })

  it('reckons with the cells where widths are given', () => {
    const column = (name: string) => ({ name, width: 33 })
    const rows = [['省气象学会', '青山市精密仪器有限公司科协', '白塔市科协']]
    expect(setTable({ type: 'table', columns: ['甲', '乙', '丙'].map(column), rows }).sizePt).toBe(10.5)
  })

  it('fills short rows up and says that there are none', () => {
    expect(table(['甲', '乙'], [['1']]).rows).toEqual([['1', '']])
    expect(table(['甲', '乙'], []).rows).toEqual([['（无）', '']])
  })

  it('gives every column a part of the line, all together the line', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 60 })
    const rows = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), rows, (names, rows) => {
        const { columns } = table(names, rows)
        expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
        for (const { share } of columns) expect(share).toBeGreaterThan(0)
      }),
    )
  })
})
