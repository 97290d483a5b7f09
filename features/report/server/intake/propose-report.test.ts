/** What a pasted text fills the form with: the ways reporters write, and the traps in them. Invented throughout. */
import { describe, expect, test } from 'vitest'
import { county, read, school } from './reporting.fixture.ts'

describe('title and body', () => {
  test('headline, contributor, salutation and signature are none of the body, and none of them is lost', () => {
    const proposal = read(
      '市科协办公室：\n现将有关情况汇报如下：\n溪口县科协举办科普讲座\n11月5日，溪口县科协举办科普讲座，120人参加。\n溪口县科协\n2026年11月6日',
    )
    expect(proposal).toMatchObject({
      title: { text: '溪口县科协举办科普讲座', printed: true },
      body: '11月5日，溪口县科协举办科普讲座，120人参加。',
    })
    expect(proposal.leftOut.map(({ reason }) => reason)).toEqual([
      'salutation',
      'salutation',
      'signature',
      'signature',
    ])
    const signed = read('溪口县科协举办讲座\n11月5日，讲座开讲，120人参加。（溪口县科协 某某）')
    expect(signed.leftOut).toEqual([{ reason: 'contributor', text: '（溪口县科协 某某）' }])
    expect(signed.body).toBe('11月5日，讲座开讲，120人参加。')
  })

  test('no headline: who did what, from the words of the text; where nothing tells it, none', () => {
    const { title, body } = read('11月5日，我会组织志愿者15人到平安镇开展义诊，服务群众200余人次。')
    expect(title).toMatchObject({ text: '溪口县科协组织志愿者到平安镇开展义诊', printed: false })
    const words = title!.spans!.map(({ from, to }) => body.slice(from, to))
    expect(words).toEqual(['我会', '组织志愿者', '到平安镇开展义诊'])
    expect(read('气温回升，注意防火。').title).toBeNull()
  })

  test('lines broken by the width of a print are whole again; a short first line is the headline', () => {
    const wrapped = read(
      '科普大篷车进山乡\n11月5日，溪口县科协组织科普大篷车走进平安镇中心小学，为全\n校三百名师生送去一堂生动的科普课，展出科普展板二十块，受到\n了大家的欢迎。',
    )
    expect(wrapped.title?.text).toBe('科普大篷车进山乡')
    expect(wrapped.body).toContain('为全校三百名师生')
    expect(wrapped.body).not.toContain('\n')
  })

  test('a form filled in label by label', () => {
    const form = read(
      '科普大篷车进校园\n主办单位：溪口县科协\n时间：2026年11月15日\n地点：溪口县第一中学\n活动内容：展出展品25件，参观学生800人。',
    )
    expect(form).toMatchObject({
      title: { text: '科普大篷车进校园' },
      days: { start: '2026-11-15', assumed: null },
      place: { text: '溪口县第一中学' },
      units: [{ own: true }],
    })
    expect(form.figures.map(({ value, measure }) => [value, measure])).toEqual([
      [25, null],
      [800, 'people'],
    ])
  })
})

describe('days', () => {
  const days = (text: string, today = '2026-11-25') => read(text, { today }).days
  test.each([
    ['11月5日，我会召开会议。', '2026-11-05', '2026-11-05', 'year'],
    ['11月25日，我会召开会议。', '2026-11-25', '2026-11-25', 'year'],
    // Not yet, and nothing says that it is to come.
    ['12月20日，我会召开会议。', '2025-12-20', '2025-12-20', 'year'],
    ['11月8日至10日，我会举办竞赛。', '2026-11-08', '2026-11-10', 'year'],
    ['20日上午，我会召开会议。', '2026-11-20', '2026-11-20', 'month'],
    ['本月5日，我会召开会议。', '2026-11-05', '2026-11-05', 'year'],
    ['昨日上午，我会召开会议。', '2026-11-24', '2026-11-24', 'month'],
    ['2024年5月6日，我会召开会议。', '2024-05-06', '2024-05-06', null],
    ['二〇二六年十一月十六日，我会召开会议。', '2026-11-16', '2026-11-16', null],
  ])('%s', (text, start, end, assumed) => {
    expect(days(text)).toMatchObject({ start, end, assumed, planned: false })
  })

  test('in January the December before', () => {
    expect(days('12月28日，我会召开会议。', '2027-01-05')).toMatchObject({ start: '2026-12-28' })
  })

  test('the day under the signature says the year', () => {
    expect(days('12月3日，我会召开会议。\n溪口县科协\n2024年12月5日')).toMatchObject({ start: '2024-12-03' })
  })

  test('what is to come is told as such; a printed day ahead is kept and doubted', () => {
    expect(days('我会将于12月10日举办科普大讲堂，预计500人参加。')).toMatchObject({
      start: '2026-12-10',
      planned: true,
    })
    const ahead = read('2026年12月6日，我会召开会议。')
    expect(ahead.days).toMatchObject({ start: '2026-12-06', planned: false })
    expect(ahead.warnings.map(({ code }) => code)).toEqual(['day-ahead'])
  })

  test.each([
    '近日，我会召开会议。',
    '2月29日，我会召开会议。',
    '11月31日，我会召开会议。',
    '我会学习七一讲话。',
  ])('no day is made up: %s', text => expect(days(text)).toBeNull())

  test('three days of three activities may be three reports', () => {
    const text = '11月5日，我会召开会议。\n11月12日，我会举办培训班。\n11月17日，我会开展义诊。'
    expect(read(text).warnings.map(({ code }) => code)).toContain('several-activities')
  })
})

describe('units', () => {
  const units = (text: string, unit = county) =>
    read(text, { unit }).units.map(({ name, unitId, role, own }) => [own ? '*' : name, unitId, role])
  test.each<[string, (string | null)[][]]>([
    [
      '11月5日，我会联合市科协举办讲座。',
      [
        ['*', '1/2/3/', 'host'],
        ['市科协', '1/2/', 'co-host'],
      ],
    ],
    [
      '11月5日，市科协联合我会举办讲座。',
      [
        ['*', '1/2/3/', 'co-host'],
        ['市科协', '1/2/', 'host'],
      ],
    ],
    ['11月5日，溪口县科协党组召开会议。', [['*', '1/2/3/', 'host']]],
    ['11月5日，我县科协召开会议。', [['*', '1/2/3/', 'host']]],
    ['11月5日，召开讲座，120人参加。', [['*', '1/2/3/', 'host']]],
    [
      '11月5日，云岭市科协一行到溪口县科协调研。',
      [
        ['*', '1/2/3/', 'recipient'],
        ['云岭市科协', '1/2/', 'host'],
      ],
    ],
  ])('%s', (text, expected) => expect(units(text)).toEqual(expected))

  test('who writes 我校 is a school; what a person says of tomorrow is no unit', () => {
    const text = '11月5日，我校举办科技节，学生代表说：“我会继续努力。”'
    expect(read(text, { unit: school }).units[0]).toMatchObject({ own: true, surface: '我校' })
    expect(read(text).units.filter(unit => unit.spans !== null)).toEqual([])
  })

  test('another’s text is doubted', () => {
    const other = read('11月5日，平安镇卫生院开展义诊活动，120人参加。')
    expect(other.warnings.map(({ code }) => code)).toEqual(['own-unit-missing'])
    expect(other.units.map(({ own, unitId }) => [own, unitId])).toEqual([[false, null]])
  })
})

describe('figures', () => {
  const figures = (text: string) =>
    read(text).figures.map(({ value, unit, measure, qualifier, of }) => [value, unit, measure, qualifier, of])
  test('people, 人次 and views are three', () => {
    expect(
      figures(
        '11月5日，我会举办讲座，1200名师生参加，服务群众3500余人次，直播观看量达2.6万次，发放资料近800份。',
      ),
    ).toEqual([
      [1200, '名', 'people', 'exact', '师生'],
      [3500, '人次', 'attendances', 'over', '群众'],
      [26000, '次', 'views', 'exact', expect.any(String)],
      [800, '份', 'copies', 'under', '资料'],
    ])
  })
  test('what the pack does not count has no measure; what is only expected is no figure', () => {
    expect(figures('11月5日，我会举办讲座，展出展板30块。')).toEqual([[30, '块', null, 'exact', '展板']])
    expect(figures('我会将于12月10日举办科普大讲堂，预计500人参加。')).toEqual([])
    expect(figures('我会学习贯彻八项规定和六次全会精神，召开会议。')).toEqual([])
  })
})

describe('type', () => {
  const type = (text: string) => read(text).type
  test('a word in the headline, else what the reader saw, else nothing', () => {
    expect(type('溪口县科协召开学习教育推进会\n11月5日，溪口县科协召开学习教育推进会。')).toMatchObject({
      key: 'meeting',
      spans: [{ in: 'title', from: 11, to: 14 }],
    })
    expect(type('11月5日，我会开展义诊活动。')).toMatchObject({ key: 'service' })
    expect(type('11月5日，我会组织免费体检。')).toBeNull()
    expect(read('11月5日，我会开展义诊活动。', { reporting: null })).toMatchObject({ type: null })
  })
})
