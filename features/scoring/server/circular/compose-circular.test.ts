import { parseCircular, typesetText } from '@jianbao/typesetting'
import { describe, expect, it } from 'vitest'
import type { CircularFigures } from '../../contract/index.ts'
import { composeCircular, usualClosing, usualOpening } from './compose-circular.ts'
import { cities, makeFigures, quietFigures, taskOf, unitOf } from './figures.fixture.ts'

const textOf = (figures: CircularFigures, words: object = {}) =>
  typesetText(
    composeCircular(figures, {
      docNumber: '青科协办〔2023〕18号',
      opening: usualOpening(figures),
      closing: usualClosing(figures),
      date: '2023-07-06',
      ...words,
    }),
  )
const headings = (text: string) => text.split('\n').filter(line => /^[一二三四五六七]、/u.test(line))

describe('composeCircular', () => {
  it('writes what an office sends', () => {
    const text = textOf(makeFigures())
    expect(text.split('\n\n')).toEqual([
      '青山省科学技术协会',
      '青科协办〔2023〕18号',
      '关于2023年二季度学习教育信息报送和采用情况的通报',
      '各省辖市科协，各省级学会：',
      '2023年二季度，各单位围绕学习教育工作安排，及时总结进展、积极报送信息。现将有关情况通报如下。',
      '一、总体情况',
      '本季度共收到6个单位报送的信息66篇；采用5个单位的信息36篇，采用率54.5%。与上季度相比，报送增加12篇，采用持平。',
      '省辖市科协中，名次居前的是青山市科协（96分，采用14篇）、松岭市科协（60分，采用9篇）、河口市科协（60分，采用9篇）。',
      '省级学会中，名次居前的是省地质学会（20分，采用2篇）。',
      '二、采用名次',
      [
        '省辖市科协',
        '名次\t单位\t报送（篇）\t采用（篇）\t采用率\t得分',
        '1\t青山市科协\t20\t14\t70%\t96',
        '2\t松岭市科协\t18\t9\t50%\t60',
        '2\t河口市科协\t12\t9\t75%\t60',
        '4\t石桥市科协\t9\t2\t22.2%\t12.5',
        '5\t白塔市科协\t4\t0\t0%\t0',
      ].join('\n'),
      [
        '省级学会',
        '名次\t单位\t报送（篇）\t采用（篇）\t采用率\t得分',
        '1\t省地质学会\t3\t2\t66.7%\t20',
        '2\t省气象学会\t0\t0\t—\t0',
      ].join('\n'),
      '三、零采用单位',
      '报送信息但未被采用的单位有1个：白塔市科协。',
      '未报送信息的单位有1个：省气象学会。',
      '四、规定动作完成情况',
      '期内到期的规定动作2项，应完成8项次，实际完成7项次，完成率87.5%，其中逾期完成1项次。',
      [
        '规定动作完成情况',
        '规定动作\t应完成\t按时\t逾期\t未完成\t完成率',
        '动员部署\t4\t4\t0\t0\t100%',
        '主题党日（5月）\t4\t2\t1\t1\t75%',
      ].join('\n'),
      '尚未完成“主题党日（5月）”的单位：白塔市科协。',
      '五、约稿完成情况',
      '期内到期约稿4篇，按时交稿2篇。逾期交稿的单位：石桥市科协。未交稿的单位：白塔市科协。',
      '六、有关要求',
      '请各单位对照检查，零采用单位要查找原因、明确专人，提高信息质量；尚未完成规定动作的单位要抓紧补报。下季度继续通报各单位报送和采用情况。',
      '注：统计期为2023年4月1日至2023年6月30日。报送篇数按稿件报出本单位之日计，退回后没有再报和已撤回的不计；采用篇数按首次采用之日计，同一稿件只计一篇。得分按《信息采用计分办法（试行）》（2023年1月1日起施行，依据青科协办〔2022〕40号）计算，名次按得分排列，名次相同的并列。各类单位分别排名。',
      '青山省科学技术协会\n2023年7月6日\n',
    ])
  })

  it('leaves out every section there is nothing for, and says it when nobody reported', () => {
    const text = textOf(quietFigures())
    expect(headings(text)).toEqual(['一、总体情况', '二、有关要求'])
    expect(text).toContain('本季度纳入统计的5个单位均未报送信息。')
    expect(text).not.toMatch(/采用率|得分|约稿|规定动作|积极报送/u)
  })

  it('does not praise where everybody or a crowd is in front', () => {
    const units = ['甲县', '乙县'].map(name => unitOf(name, { rank: 1, points: 5, reported: 2, adopted: 1 }))
    expect(textOf(makeFigures({ classes: [{ ...cities, units }] }))).not.toContain('名次居前')
  })

  it('speaks of one as of one', () => {
    const one = makeFigures({
      classes: [{ ...cities, units: [unitOf('甲县', { reported: 1, adopted: 1, points: 5 })] }],
      tasks: [
        taskOf({
          expected: 1,
          onTime: 0,
          silentCount: 1,
          silent: [{ unitId: cities.units[0]!.unitId, name: '甲县' }],
        }),
      ],
      commissions: { due: 1, onTime: 1, late: [], missed: [] },
    })
    const text = textOf(one)
    expect(text).toContain('共收到1个单位报送的信息1篇；采用1个单位的信息1篇，采用率100%')
    expect(text).toContain('期内到期约稿1篇，已按时交稿。')
    expect(text).toContain('尚未完成“动员部署”的单位：甲县。')
    expect(text).not.toMatch(/分别排名|规定动作\t/u)
  })

  it('says when adoptions exceed reports, and where nothing was adopted', () => {
    const earlier = makeFigures({
      classes: [{ ...cities, units: [unitOf('甲县', { reported: 1, adopted: 2 })] }],
    })
    expect(textOf(earlier)).toContain('采用1个单位的信息2篇。')
    const none = makeFigures({
      classes: [{ ...cities, units: [unitOf('甲县', { reported: 3, adopted: 0 })] }],
    })
    expect(textOf(none)).toContain('共收到1个单位报送的信息3篇；没有采用。')
    expect(headings(textOf(none))).not.toContain('二、采用名次')
  })

  it('puts many names into a table, and says how far a running month is counted', () => {
    const units = Array.from({ length: 40 }, (_, at) => unitOf(`第${at + 1}县科协`, { reported: 1 }))
    const month = { period: '2023-05', from: '2023-05-01', to: '2023-05-31', until: '2023-05-20' }
    const text = textOf(makeFigures({ ...month, classes: [{ ...cities, units }] }))
    expect(text).toContain('报送信息但未被采用的单位有40个，名单如下。')
    expect(text).toContain('第38县科协\t第39县科协')
    expect(text).toContain('2023年5月，各单位')
    expect(text).toContain('统计截至2023年5月20日')
    expect(text).toContain('本月共收到')
  })

  it('does not name the year twice, nor all of many that did not do a task', () => {
    const many = taskOf({ name: '知识竞赛', expected: 90, onTime: 60, silentCount: 30, silent: [] })
    const text = textOf(makeFigures({ campaignName: '2023年学习教育', tasks: [many] }))
    expect(text).toContain('关于2023年二季度学习教育信息报送')
    expect(text).toContain('各单位围绕学习教育工作安排')
    expect(text).toContain('知识竞赛\t90\t60\t0\t30\t66.7%')
    expect(text).not.toContain('尚未完成“知识竞赛”')
  })

  it('is a document the typesetter takes, with the words that were written instead of the usual ones', () => {
    const words = { opening: '第一段。\n\n第二段。', closing: '', docNumber: ' ' }
    const circular = composeCircular(makeFigures(), { ...words, date: '2023-07-06' })
    expect(parseCircular(circular)).toBe(circular)
    expect(circular.docNumber).toBeNull()
    expect(circular.blocks.slice(0, 2)).toEqual([
      { type: 'paragraph', text: '第一段。' },
      { type: 'paragraph', text: '第二段。' },
    ])
    expect(headings(typesetText(circular))).not.toContain('六、有关要求')
  })
})
