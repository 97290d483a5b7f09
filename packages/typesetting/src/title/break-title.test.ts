import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakTitle } from './break-title.ts'
import { widthOf } from './title-words.ts'

const words = fc.constantFrom(
  ...[
    '青山市科协',
    '召开',
    '学习教育',
    '推进会',
    '科普',
    '进社区',
    '“三个一”',
    '《行动方案》',
    '（扩大）',
    '450 多万',
    '王小明',
    '深入',
    '开展',
    ' ',
    'AI',
    '，',
  ],
)
const title = fc.array(words, { minLength: 1, maxLength: 60 }).map(parts => parts.join(''))
const bare = (text: string) => text.replace(/[\s\u3000]+/gu, '')

describe('breakTitle', () => {
  it('leaves a title that fits alone', () => {
    expect(breakTitle('青山市科协召开学习教育推进会', 20)).toEqual(['青山市科协召开学习教育推进会'])
  })

  it('balances the lines and cuts at words', () => {
    expect(breakTitle('青山市科协组织科普志愿者走进社区开展防灾减灾宣传服务活动', 20)).toEqual([
      '青山市科协组织科普志愿者走进社区',
      '开展防灾减灾宣传服务活动',
    ])
  })

  it('breaks at the spaces an author typed', () => {
    expect(breakTitle('省科协召开专题会议传达学习会议精神 研究部署下一阶段任务', 20)).toEqual([
      '省科协召开专题会议传达学习会议精神',
      '研究部署下一阶段任务',
    ])
  })

  it('begins a subtitle on a line of its own and leaves short parallel phrases side by side', () => {
    expect(breakTitle('一盏灯 一间屋 一群人——松岭县“科普小屋”办实事纪实', 20)).toEqual([
      '一盏灯　一间屋　一群人',
      '——松岭县“科普小屋”办实事纪实',
    ])
  })

  it('keeps quotation and book-title marks whole where they fit', () => {
    const lines = breakTitle('青山市科协关于印发《青山市公民科学素质行动方案》的通知和任务分工', 20)
    expect(lines.some(line => line.includes('《青山市公民科学素质行动方案》'))).toBe(true)
  })

  it('leaves the spaces of English where they are', () => {
    expect(
      breakTitle('Science for all: a report of the Qingshan county association for science', 16),
    ).toEqual(['Science for all: a report', 'of the Qingshan county', 'association for science'])
  })

  it('gives nothing for nothing', () => {
    expect(breakTitle('', 20)).toEqual([])
    expect(breakTitle(' \u3000 ', 20)).toEqual([])
  })

  it('loses no character, overruns no line and opens none with a closing mark', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 12, max: 22 }), (text, width) => {
        const lines = breakTitle(text, width)
        expect(bare(lines.join(''))).toBe(bare(text))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
        for (const line of lines.slice(1)) expect('，”》）'.includes(line[0]!)).toBe(false)
      }),
    )
  })

  it('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const lines = breakTitle(text, 20)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20)
        expect(bare(lines.join(''))).toBe(bare(text))
      }),
    )
  })

  it('never cuts a name of the glue list', () => {
    const name = fc.constantFrom('欧阳问天', '阿依古丽', '青山市科学技术协会', '哪吒')
    fc.assert(
      fc.property(title, name, title, fc.integer({ min: 12, max: 22 }), (before, glued, after, width) => {
        const lines = breakTitle(before + glued + after, width, [glued])
        expect(lines.some(line => line.includes(glued))).toBe(true)
      }),
    )
  })

  it('keeps a surname with its given name though no list has it', () => {
    fc.assert(
      fc.property(title, fc.constantFrom('王', '欧', '李'), title, (before, surname, after) => {
        const name = `${surname}璟玥`
        const lines = breakTitle(`${before}主席${name}${after}`, 16)
        expect(surname === '欧' || lines.some(line => line.includes(name))).toBe(true)
      }),
    )
  })

  it('sets a title of fifty thousand characters', () => {
    expect(breakTitle('科普工作'.repeat(12_500), 20).length).toBeLessThan(2_800)
  })
})
