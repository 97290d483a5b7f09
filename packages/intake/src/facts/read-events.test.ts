import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { EventFact } from '../contract.ts'
import { type MappedText, mapped } from '../mapped-text.ts'
import type { FactsContext } from './facts.types.ts'
import { readEvents } from './read-events.ts'
import { defaultRegister } from './unit-register.ts'

type Article = {
  kind: 'article' | 'briefs' | 'essay' | 'speech'
  headline: string | null
  paragraphs: string[]
}
const register = defaultRegister()

function read(article: Article, setting: Partial<FactsContext> = {}) {
  const raw = [article.headline ?? '', ...article.paragraphs].join('\n')
  let at = 0
  const parts = [article.headline ?? '', ...article.paragraphs].map(part => {
    const text = mapped(raw, at, at + part.length)
    at += part.length + 1
    return text
  })
  const context = {
    raw,
    issueDate: '2021-08-20',
    documentYear: null,
    publisher: '河南省科协办公室',
    series: '河南省科协简报',
    register,
    ...setting,
  }
  const [headline, ...paragraphs] = parts as [MappedText, ...MappedText[]]
  return {
    raw,
    ...readEvents(
      { kind: article.kind, headline: article.headline ? headline : null, column: null, paragraphs },
      context,
    ),
  }
}

const article = (...paragraphs: string[]): Article => ({ kind: 'article', headline: null, paragraphs })
const briefs = (...paragraphs: string[]): Article => ({ kind: 'briefs', headline: null, paragraphs })
const units = (facts: { events: EventFact[] }) =>
  facts.events.map(event =>
    event.units
      .filter(unit => !unit.generic)
      .map(
        unit =>
          `${unit.name} ${unit.role}${unit.embedded ? ' embedded' : ''}${unit.inherited ? ' inherited' : ''}`,
      ),
  )

describe('who did it', () => {
  it.each([
    ['8月3日，焦作市科协开展科普宣传活动。', [['焦作市科协 host']]],
    [
      '8月3日，焦作市科协联合市教育局、市气象局开展科普宣传活动。',
      [['焦作市科协 host', '焦作市教育局 co-host', '焦作市气象局 co-host']],
    ],
    ['8月3日，焦作市科协、焦作市教育局分别召开动员会。', [['焦作市科协 host', '焦作市教育局 host']]],
    ['8月3日，焦作市科协主席带领党员志愿者深入某某社区开展志愿服务。', [['焦作市科协 host embedded']]],
    [
      '8月3日，焦作市科协响应市文明办号召，发动会员清扫街道。',
      [['焦作市科协 host', '焦作市文明办 initiate']],
    ],
    [
      '8月3日，焦作市科协邀请河南理工大学教授举办科普讲座。',
      [['焦作市科协 host', '河南理工大学 participate embedded']],
    ],
    ['8月3日，焦作市科协向焦作市某某小学捐赠图书300册。', [['焦作市科协 donor', '焦作市某某小学 recipient']]],
    [
      '8月3日，焦作市科协到河南某某化工有限公司指导企业科协建设。',
      [['焦作市科协 host', '河南某某化工有限公司 recipient']],
    ],
    [
      '8月3日，焦作市科协组织焦作市某某学会专家到某某镇指导秋收。',
      [['焦作市科协 host', '焦作市某某学会 participate embedded']],
    ],
    [
      '8月3日，焦作市科协召开动员会。焦作市委第二巡回指导组到会指导。',
      [['焦作市科协 host', '焦作市委第二巡回指导组 support']],
    ],
    [
      '8月3日，焦作市科协召开总结会。会议听取了沁阳市科协、焦作市某某学会的经验介绍。',
      [['焦作市科协 host', '沁阳市科协 participate', '焦作市某某学会 participate']],
    ],
    [
      '8月3日，焦作市科协服务团下乡。服务团由焦作市农科院和焦作市林业局的9名专家组成。',
      [['焦作市科协服务团 host', '焦作市农科院 member', '焦作市林业局 member']],
    ],
    ['8月3日，某某学校成立阅读研究中心。', [['某某学校 host', '阅读研究中心 subject']]],
    ['8月3日，省科协副主席深入焦作市调研科普工作。', [['河南省科协 host embedded']]],
    [
      '8月3日，全市科普讲解大赛在焦作举行。大赛由焦作市科协主办，焦作市科技馆承办，某某银行焦作分行协办。',
      [['焦作市科协 host', '焦作市科技馆 undertake', '某某银行焦作分行 support']],
    ],
    ['8月3日，焦作市某某产业联盟正式成立。', [['焦作市某某产业联盟 subject']]],
    ['8月3日，焦作市科协召开会议。省科协副主席出席会议并讲话。', [['焦作市科协 host']]],
    [
      '8月3日，焦作市科协举办报告会。焦作市委党校教授应邀作辅导报告。',
      [['焦作市科协 host', '焦作市委党校 participate embedded']],
    ],
    [
      '8月3日，焦作市科协举办义诊，活动得到焦作市某某医院的大力支持。',
      [['焦作市科协 host', '焦作市某某医院 support']],
    ],
    ['8月3日，焦作市科协召开会议，市教育局、市气象局负责同志参加。', [['焦作市科协 host']]],
    [
      '8月3日，焦作市某某商会接收河南某某药业有限公司捐赠的口罩2万个。',
      [['焦作市某某商会 recipient', '河南某某药业有限公司 donor']],
    ],
    ['按照省科协部署，8月3日，焦作市科协召开会议。', [['焦作市科协 host']]],
  ] as [string, string[][]][])('%s', (text, want) => expect(units(read(article(text)))).toEqual(want))

  it('leaves what comes after an event to its first host', () => {
    const facts = read(
      article('8月3日，焦作市科协、焦作市水利局启动护河活动。仪式结束后，80名志愿者清理垃圾0.4吨。'),
    )
    expect(units(facts)).toEqual([['焦作市科协 host', '焦作市水利局 host'], ['焦作市科协 host inherited']])
  })

  it('finds the body that 该校 speaks of', () => {
    const facts = read(
      article(
        '8月3日，焦作市某某小学启动科技节。8月4日，焦作市科协到校指导，赠送图书200册。',
        '一周来，该校收到作品90件。',
      ),
    )
    expect(facts.events[0]!.figures.map(figure => figure.value)).toEqual([90])
  })

  it('counts what a body has for the body', () => {
    const facts = read(article('8月3日，河南某某大学开放实验室6个，接待学生90名。'))
    expect(units(facts)).toEqual([['河南某某大学 host']])
  })

  it('takes the subject of the headline when the body prints none', () => {
    const facts = read({
      kind: 'article',
      headline: '焦作市科协举办科普讲座',
      paragraphs: ['8月3日，科普讲座在市科技馆举办，120人参加。'],
    })
    expect(units(facts)).toEqual([['焦作市科协 host inherited']])
    expect(facts.events[0]!.figures.map(figure => figure.surface)).toEqual(['120人'])
  })

  it('takes the longer name of the headline for a meeting of the party group', () => {
    const facts = read(
      {
        kind: 'article',
        headline: '市科协党组召开（扩大）会议',
        paragraphs: ['8月3日，焦作市科协党组书记主持召开党组（扩大）会议。'],
      },
      { publisher: '焦作市科协', series: null },
    )
    expect(units(facts)).toEqual([['焦作市科协党组 host inherited']])
  })
})

describe('what is an event', () => {
  it('leaves speeches, aims, praise and plans alone', () => {
    const facts = read(
      article(
        '8月3日，焦作市科协召开动员会。',
        '会议指出，要组织100名专家开展1000场活动。要发动50家单位参与。',
        '大家纷纷表示，要以此为契机开展更多活动。',
        '此次活动旨在激发科技工作者热情。',
        '下一步，焦作市科协将开展30场活动。',
      ),
    )
    expect(facts.events).toHaveLength(1)
    expect(facts.events[0]!.figures).toEqual([])
  })

  it('keeps a gift apart from the activity around it', () => {
    const facts = read(
      article(
        '8月3日，焦作市科协联合市医学会开展义诊，接诊群众200人。活动中，某某药业有限公司向焦作市某某医院捐赠药品5万元。',
      ),
    )
    expect(facts.events.map(event => event.type)).toEqual(['service', 'donation'])
    expect(facts.events[1]!.figures[0]).toMatchObject({ value: 50_000, unit: '元', measure: 'money' })
  })

  it('reads one event a day', () => {
    const facts = read(article('8月3日，焦作市科协召开动员会。8月5日，焦作市科协组织党员参观某某纪念馆。'))
    expect(facts.events.map(event => event.dates[0]!.start)).toEqual(['2021-08-03', '2021-08-05'])
  })

  it.each([
    [
      'the national leadership is background',
      '8月3日，焦作市科协召开学习会。8月1日，习近平总书记发表重要文章，提出5项任务。',
      [['2021-08-03']],
      [],
    ],
    [
      'what years did is told, not done',
      '8月3日，焦作市科协召开总结会。近年来，全市科协系统建成科普馆30座，举办活动900场。',
      [['2021-08-03']],
      [],
    ],
    [
      'what will go on is a plan, what was counted so far is not',
      '8月3日，焦作市科协启动展播活动。据悉，活动将持续到9月底，目前已征集作品120件。',
      [['2021-08-03']],
      ['120'],
    ],
    [
      'a beginning in words belongs to the programme',
      '8月3日，全市科技创新大赛在焦作市某某中学举行。大赛自5月启动以来，共收到作品300件。',
      [['2021-08-03', '2021-05-01']],
      ['300'],
    ],
    [
      'an earlier round has its own numbers',
      '8月3日，焦作市科协举办科技大赛决赛，20支队伍参赛。在此前的初赛中，共有500支队伍参加。',
      [['2021-08-03'], []],
      ['20', '500'],
    ],
    [
      'the opening of a museum long ago is no date',
      '8月3日，焦作市科协参观某某纪念馆。该馆成立于2008年5月，现有展品600件。',
      [['2021-08-03']],
      ['600'],
    ],
    [
      'the day up to which is counted is a day of the event',
      '8月3日，焦作市科协启动答题活动。截至8月15日，全市2.5万人参与。',
      [['2021-08-03', '2021-08-15']],
      ['25000'],
    ],
    [
      'what a meeting speaks about is not when it was held',
      '8月3日，焦作市科协召开例会，通报二季度工作，部署第三季度重点任务，2件延期至9月底。',
      [['2021-08-03']],
      ['2'],
    ],
    [
      'a number only aimed at is no figure',
      '8月3日，焦作市科协启动培训工程，计划今年培训农民900人。',
      [['2021-08-03']],
      [],
    ],
    [
      'a new partner begins a new step',
      '8月3日，焦作市科协举办科普展。焦作市科协与市气象局联合建立讲师库，入库讲师40人。',
      [['2021-08-03'], []],
      ['40'],
    ],
    [
      'what the whole system did has no host',
      '8月3日，焦作市总工会启动夏送清凉活动。据统计，活动期间，全市各级工会组织慰问职工6000人次。',
      [['2021-08-03'], []],
      ['6000'],
    ],
    [
      'a meeting that somebody else holds is no visit',
      '8月3日，焦作市科协举办科普展。博爱县科协则在某某镇举行座谈会，30余人参加。',
      [['2021-08-03'], []],
      ['30'],
    ],
    [
      'a ceremony goes with its event',
      '8月3日，焦作市科协举办表彰会。市科协副主席为获奖选手颁奖，30名选手上台。',
      [['2021-08-03']],
      ['30'],
    ],
  ] as [string, string, string[][], string[]][])('%s', (_why, text, days, values) => {
    const { events } = read(article(text))
    expect(events.map(event => event.dates.filter(date => date.start).map(date => date.start))).toEqual(days)
    expect(events.flatMap(event => event.figures.map(figure => String(figure.value)))).toEqual(values)
  })

  it('finds none in essays and speeches', () => {
    const text = '8月3日，焦作市科协开展科普宣传活动。'
    expect(read({ ...article(text), kind: 'essay' }).events).toEqual([])
    expect(read({ ...article(text), kind: 'speech' }).events).toEqual([])
  })
})

describe('briefs', () => {
  it('begins an item at each bullet and hands down the date of the lead', () => {
    const facts = read(
      briefs(
        '连日来，全市各级科协组织纷纷投身防汛。',
        '●焦作市科协开展物资发放活动。',
        '●8月9日，孟州市科协召开座谈会。市科协志愿者发放资料200份。',
      ),
    )
    expect(units(facts)).toEqual([['焦作市科协 host'], ['孟州市科协 host']])
    expect(facts.events[0]!.dates[0]).toMatchObject({
      surface: '连日来',
      kind: 'vague',
      inherited: true,
      end: '2021-08-20',
    })
    expect(facts.events[1]!.dates.map(date => date.start)).toEqual(['2021-08-09'])
    expect(facts.events[1]!.figures.map(figure => figure.value)).toEqual([200])
  })

  it.each(['（一）', '(2)', '3．', '4、', '5.', '⑥'])('%s is no part of what the item tells', counter => {
    const facts = read(briefs(`${counter}焦作市科协8月3日举办讲座，40人参加。`))
    expect(units(facts)).toEqual([['焦作市科协 host']])
    const dated = read(briefs(`${counter}8月3日，焦作市科协举办讲座，40人参加。`))
    expect(dated.events.map(event => event.dates[0]?.start)).toEqual(['2021-08-03'])
  })

  it('takes each sentence for an item where there are no bullets', () => {
    const facts = read(
      briefs(
        '近日，各地科协纷纷行动起来。焦作市科协举办读书班。温县科协开展科普宣传。修武县科协赴某某纪念馆参观学习。',
      ),
    )
    expect(units(facts)).toEqual([['焦作市科协 host'], ['温县科协 host'], ['修武县科协 host']])
    expect(facts.events.every(event => event.dates[0]?.inherited)).toBe(true)
  })
})

describe('warnings', () => {
  it('says when a printed count and the list differ', () => {
    const facts = read(article('8月3日，焦作市科协、焦作市教育局、焦作市气象局等4家单位联合开展活动。'))
    expect(facts.warnings).toMatchObject([
      { code: 'list-count-differs', message: '原文写明 4 家，列出 3 家，请核对' },
    ])
  })

  it('says when a place is not known', () => {
    const facts = read(article('8月3日，市科协开展科普宣传活动。'))
    expect(facts.warnings.map(warning => warning.code)).toContain('unit-uncertain')
  })

  it('says when the year was assumed', () => {
    const facts = read(article('8月3日，焦作市科协开展科普宣传活动。'), {
      issueDate: null,
      documentYear: 2021,
    })
    expect(facts.warnings).toMatchObject([{ code: 'year-assumed' }])
    expect(facts.events[0]!.dates[0]!.start).toBe('2021-08-03')
  })
})

describe('properties', () => {
  const pieces = fc.constantFrom(
    '8月3日',
    '，',
    '。',
    '焦作市科协',
    '市教育局',
    '联合',
    '开展',
    '活动',
    '300余人',
    '●',
    '会议指出，',
    '由',
    '主办',
    '捐赠',
    '向',
    '近日',
    '各地纷纷',
    '“',
    '”',
    '\n',
    ' ',
    '等9家单位',
    '、',
    '省科协',
    '召开',
    '🙂',
    '\ud800',
    '（',
    '）',
    '第',
  )
  const texts = fc.array(
    fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
    { maxLength: 4 },
  )

  it('never throws, obeys the contract, and every span points at its surface', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('article', 'briefs'), (paragraphs, kind) => {
        const { raw, events, warnings } = read({
          kind: kind as 'article',
          headline: paragraphs[0] ?? null,
          paragraphs,
        })
        for (const event of events) {
          expect(Value.Check(EventFact, event)).toBe(true)
          for (const value of [...event.units, ...event.dates, ...event.places, ...event.figures])
            expect(
              value.spans
                .map(([from, to]) => raw.slice(from, to))
                .join('')
                .replace(/\s*[\r\n]+\s*/gu, ''),
            ).toBe(value.surface)
        }
        for (const warning of warnings) expect(warning.span[1]).toBeGreaterThanOrEqual(warning.span[0])
      }),
      { numRuns: 300 },
    )
  })

  it('blanks and wraps do not matter', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        const values = (text: string) =>
          read(article(text)).events.map(event => [
            event.units.map(unit => unit.name),
            event.dates.map(date => date.start),
            event.figures.map(figure => figure.value),
          ])
        const tight = parts.join('').replace(/\s/gu, '')
        expect(values([...tight].join('\n '))).toEqual(values(tight))
      }),
      { numRuns: 100 },
    )
  })
})

// Inputs that make a pattern with two ways through it run for hours; the time limit of the test is the check.
describe('finishes on texts without any full stop', () => {
  it.each([
    '科协',
    '省委党校教授',
    '8月3日',
    '1,',
    '、',
    '（',
    '“',
    '作并主持',
    '等9家单位',
    '某某及',
    '由',
    '参加',
  ])('%s, forty thousand characters', unit => {
    const text = unit.repeat(Math.ceil(40_000 / unit.length))
    expect(() => read(article(text))).not.toThrow()
  })
})

type Labelled = Article & {
  issueDate: string
  publisher: string
  series: string | null
  events: { u: string[]; d: string[]; f: string[] }[]
}
const flat = (events: Labelled['events']) => ({
  unit: new Set(events.flatMap(event => event.u)),
  date: new Set(events.flatMap(event => event.d)),
  figure: new Set(events.flatMap(event => event.f)),
})

// 48 invented bulletins of unions, schools, hospitals, youth leagues and others, labelled before they were read.
describe('invented bulletins of other federations', () => {
  const all = JSON.parse(
    readFileSync(new URL('./invented-bulletins.fixture.json', import.meta.url), 'utf8'),
  ) as Labelled[]
  it.each(['unit', 'date', 'figure'] as const)('%s F1 is at least 0.95', kind => {
    let hit = 0
    let total = 0
    for (const labelled of all) {
      const { events } = read(labelled, {
        issueDate: labelled.issueDate,
        publisher: labelled.publisher,
        series: labelled.series,
      })
      const got = flat(
        events.map(event => ({
          u: event.units.filter(unit => !unit.generic).map(unit => unit.name),
          d: event.dates
            .filter(date => date.role === 'when' && date.start)
            .map(date => `${date.start}/${date.end}`),
          f: event.figures.map(figure => `${figure.value} ${figure.unit}`),
        })),
      )[kind]
      const want = flat(labelled.events)[kind]
      hit += [...want].filter(value => got.has(value)).length
      total += want.size + got.size
    }
    expect((2 * hit) / total).toBeGreaterThanOrEqual(0.95)
  })
})

const gold = new URL('../../../../../shared/gold/000_issue18.gold.json', import.meta.url)
describe.skipIf(!existsSync(gold))('the labelled issue', () => {
  it('names every unit of its briefs and nobody else', () => {
    const labels = JSON.parse(readFileSync(gold, 'utf8'))
    const raw = readFileSync(new URL(`../../../../../shared/seeds/${labels.file}`, import.meta.url), 'utf8')
    const labelled = labels.columns[1].articles[0]
    const paragraphs: MappedText[] = [labelled.lead, ...labelled.items].map(
      (item: { at: [number, number][] }) => {
        const [from, to] = item.at[0]!
        // the bullet and its blank stand before the item
        return mapped(raw, /[●]/u.test(raw.slice(from - 2, from)) ? from - 2 : from, to)
      },
    )
    const { events } = readEvents(
      { kind: 'briefs', headline: null, column: null, paragraphs },
      {
        raw,
        issueDate: '2021-08-20',
        documentYear: 2021,
        publisher: null,
        series: labels.issue.series.name,
        register,
      },
    )
    type Gold = { units: { name: string }[] }
    const want = new Set(
      labelled.items.flatMap((item: { events: Gold[] }) =>
        item.events.flatMap(event => event.units.map(unit => unit.name)),
      ),
    )
    expect(
      new Set(events.flatMap(event => event.units.filter(unit => !unit.generic).map(unit => unit.name))),
    ).toEqual(want)
  })
})
