import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigures } from './read-figures.ts'

const short = (text: string) =>
  readFigures(text).map(
    figure =>
      `${figure.value} ${figure.unit} ${figure.measure}${figure.qualifier === 'exact' ? '' : ` ${figure.qualifier}`}`,
  )

/** One case a line: text | value unit measure qualifier, several divided by `;`. */
const cases = (table: string): [string, string[]][] =>
  table
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .map(([text = '', want = '']) => [text, want === '' ? [] : want.split(';').map(one => one.trim())])

describe('numbers and scales', () => {
  it.each(
    cases(`
共有350人参加 | 350 人 people
共有 350 人参加 | 350 人 people
共有３５０人参加 | 350 人 people
共有1,500人参加 | 1500 人 people
共有12,345,678人次参加 | 12345678 人次 persontimes
共有350余人参加 | 350 人 people over
共有350多人参加 | 350 人 people over
共有350 余 人参加 | 350 人 people over
共有近350人参加 | 350 人 people under
共有将近350人参加 | 350 人 people under
不到350人参加 | 350 人 people under
共有约350人参加 | 350 人 people about
大约350人参加 | 350 人 people about
350人左右参加 | 350 人 people about
350人以上参加 | 350 人 people atleast
不少于350人参加 | 350 人 people atleast
至少350人参加 | 350 人 people atleast
超过350人参加 | 350 人 people over
突破350人 | 350 人 people over
逾350人参加 | 350 人 people over
三百五十人参加 | 350 人 people
三百余人参加 | 300 人 people over
二十余名志愿者 | 20 名 people over
十余人参加 | 10 人 people over
十几名志愿者 | 10 名 people over
二十几名志愿者 | 20 名 people over
几十名志愿者 | 10 名 people about
数十名志愿者 | 10 名 people about
数百名群众 | 100 名 people about
数千名群众 | 1000 名 people about
上千名群众 | 1000 名 people about
上百名群众 | 100 名 people about
上万名群众 | 10000 名 people about
千余名师生 | 1000 名 people over
百余名师生 | 100 名 people over
万余名师生 | 10000 名 people over
近千名师生 | 1000 名 people under
近百名师生 | 100 名 people under
逾千名师生 | 1000 名 people over
两千余人参加 | 2000 人 people over
两千三百人参加 | 2300 人 people
一万两千人参加 | 12000 人 people
一百零八人参加 | 108 人 people
十二万元 | 120000 元 money
一百二十万余元 | 1200000 元 money over
三千多万元 | 30000000 元 money over
12万元 | 120000 元 money
12.5万元 | 125000 元 money
1.2亿元 | 120000000 元 money
1.2 亿 元 | 120000000 元 money
3亿多元 | 300000000 元 money over
近5万元 | 50000 元 money under
500元 | 500 元 money
20万美元 | 200000 元 money
120万余人次参与 | 1200000 人次 persontimes over
450多万人次参与 | 4500000 人次 persontimes over
57万人参赛 | 570000 人 people
5万余份资料 | 50000 份 copies over
十万余份资料 | 100000 份 copies over
1.5千人参加 | 1500 人 people
2亿人次参与 | 200000000 人次 persontimes
10万+人次参与 | 100000 人次 persontimes over`),
  )('%s', (text, want) => expect(short(text)).toEqual(want))
})

describe('measures', () => {
  it.each(
    cases(`
发放宣传资料500份 | 500 份 copies
发放图书300多册（份） | 300 册（份） copies over
发放图书300多册(份) | 300 册（份） copies over
发放手册700余册 | 700 册 copies over
发放图书300本 | 300 本 copies
发放传单1000张 | 1000 张 copies
送去矿泉水40件 | 40 件 goods
将40件矿泉水送到 | 40 件 goods
送去口罩2000个 | 2000 个 goods
送去2000个口罩 | 2000 个 goods
送去棉被100床 | 100 床 goods
送去帐篷30顶 | 30 顶 goods
送去大米20袋 | 20 袋 goods
送去食用油15桶 | 15 桶 goods
送去牛奶60箱 | 60 箱 goods
送去消毒液8瓶 | 8 瓶 goods
捐赠轮椅10辆 | 10 辆 goods
捐赠电脑25台 | 25 台 goods
捐赠实验器材3套 | 3 套 goods
栽植树苗400株 | 400 株 goods
栽植树苗400棵 | 400 棵 goods
清运垃圾12吨 | 12 吨 goods
流转土地600亩 | 600 亩 goods
展出科普展板20余块 | 20 块 goods over
展出展品60件 | 60 件 goods
展出作品150余幅 | 150 幅 items over
推送微视频66部 | 66 部 items
推送文章32篇 | 32 篇 items
征集作品85件 | 85 件 goods
征集意见建议46条 | 46 条 items
收集意见46条意见建议 | 46 条 items
办理实事12项 | 12 项 items
合唱歌曲9首 | 9 首 items
开设课程24门 | 24 门 items
9家单位参加 | 9 家 orgs
等9家媒体单位成为成员 | 9 家 orgs
106所学校参加 | 106 所 orgs
18个基层工会参加 | 18 个 orgs
来自26个科室的专家 | 26 个 orgs
13个代表队参赛 | 13 个 teams
50余支参赛队伍 | 50 支 teams over
组建服务队5支 | 5 支 teams
组成6个小组 | 6 个 teams
在60个平台展播 | 60 个 channels
六个新媒体账户 | 6 个 channels
组建微信群30个 | 30 个 channels
在91个村庄开展 | 91 个 places
走进12个社区 | 12 个 places
覆盖35个乡镇 | 35 个 places
设立宣传点8处 | 8 处 places
建成科普场馆4座 | 4 座 places
举办讲座81场 | 81 场 sessions
举办81场科普报告会 | 81 场 sessions
开展活动12场次 | 12 场次 sessions
开展活动20次 | 20 次 sessions
举办培训班3期 | 3 期 sessions
讲授党课6堂 | 6 堂 sessions
推送时长达120分钟 | 120 分钟 duration
服务时长300小时 | 300 小时 duration
服务2个多小时 | 2 小时 duration over
培训48学时 | 48 学时 duration
15户家庭登台 | 15 户 people
接受咨询180人次 | 180 人次 persontimes
累计浏览量达120万余人次 | 1200000 人次 views over
播放量达1800万次 | 18000000 次 views
点击量突破30万次 | 300000 次 views over
在线观看5万人次 | 50000 人次 views
参赛人次达312.6万次 | 3126000 人次 persontimes
参赛人次已达450多万，再创新高 | 4500000 人次 persontimes over
参赛人数57万，答题踊跃 | 570000 人 people
播放量突破1800万。 | 18000000 次 views over
浏览量超10万+，转发热烈 | 100000 次 views over
捐款12万元、图书300册 | 120000 元 money; 300 册 copies
发放资料500余份，接受咨询180人次，义诊60人 | 500 份 copies over; 180 人次 persontimes; 60 人 people
3场讲座吸引700名听众 | 3 场 sessions; 700 名 people
一行5人 | 5 人 people
某某等5名同志发言 | 5 名 people
两名专家授课 | 2 名 people
三位专家授课 | 3 位 people
三支队伍参赛 | 3 支 teams
两场讲座 | 2 场 sessions
两个社区 | 2 个 places
五个单位 | 5 个 orgs
八家企业 | 8 家 orgs
群众满意率达97.5% | 97.5 % items
书面作业平均减少35%，家长认可 | 35 % items
献血量3.2万毫升 | 32000 毫升 goods
立案2起案件 | 2 起 items`),
  )('%s', (text, want) => expect(short(text)).toEqual(want))
})

describe('no figures', () => {
  it.each([
    '三门峡市科协',
    '六安市总工会',
    '九江市妇联',
    '五台山景区',
    '三亚市',
    '五指山市',
    '六盘水市',
    '九寨沟县',
    '百色市',
    '万宁市',
    '六次全会',
    '九届三次全委会议',
    '第十次全国代表大会',
    '第三次集体学习',
    '十届十二次全会',
    '第七届大赛',
    '第18期简报',
    '第二批专家',
    '第三小组',
    '八项规定',
    '四个意识',
    '四个自信',
    '两个维护',
    '五个一工程',
    '四个强省',
    '两场硬仗',
    '三会一课',
    '四史教育',
    '两个确立',
    '三个代表',
    '六个进一步',
    '五个教育引导',
    '四个做到',
    '三个方面',
    '两部分内容',
    '8个方面',
    '四个命题',
    '三个阶段',
    '五大板块',
    '四个环节',
    '三点要求',
    '提出三点意见',
    '三项要求',
    '五项重点工作任务',
    '四个重点',
    '三个维度',
    '六项措施',
    '44号小区',
    '某某1号',
    '5路公交',
    '《党史故事100讲》',
    '“百名专家进基层”',
    '“十百千万”工程',
    '4D影院',
    '3D打印',
    '5G基站',
    '百家号',
    '今日头条',
    '百千万人才',
    '一线医护',
    '三农工作',
    '建党100周年',
    '2021年',
    '2021年度',
    '3月18日',
    '78岁老人',
    '20周年',
    '90后青年',
    '3年级',
    '三年级二班',
    '二楼会议室',
    '15分钟生活圈',
    '1小时内到场',
    '24小时值守',
    '24小时不间断',
    '15分钟内办结',
    '98.6%',
    '提高4.58个百分点',
    '力争覆盖率达到90%',
    '从2起步',
    '连续两次优秀',
    '计划培训300人',
    '百分之九十',
    '增长3倍',
    '千家万户',
    '万家灯火',
    '百家争鸣',
    '三位一体',
    '一名党员一面旗',
    '一次活动',
    '一个社区',
    '一场比赛',
    '一支队伍',
    '一件件文物',
    '一份份资料',
    '一家人',
    '两部门联合',
    '六部委发文',
    '四家班子',
    '一号文件',
    '〔2021〕12号',
    '1+7计划',
    '0371-65700000',
    '三支一扶',
    '三个月',
    '5个月',
    '3个星期',
    '两个一百年',
    '三步走',
    '一站式',
    '三长作用',
    '双减工作',
    '百日攻坚',
    '四好农村路',
    '二十大精神',
    '十四五规划',
  ])('%s', text => expect(short(text)).toEqual([]))
})

describe('what was counted', () => {
  it.each([
    ['为该校350余名师生带来', '师生'],
    ['将40件矿泉水送到大家手中', '矿泉水'],
    ['累计浏览量达120万余人次', '累计浏览量'],
    ['推送时长达120分钟', '推送时长'],
    ['50余支参赛队伍参加', '参赛队伍'],
    ['发放宣传页500余份', '发放宣传页'],
    ['价值20万元药品', '药品'],
    ['吸引了千余名师生驻足', '师生'],
  ])('%s', (text, noun) => expect(readFigures(text)[0]?.of).toBe(noun))

  it('prints the surface with its fuzz and scale, without the verb', () => {
    expect(readFigures('浏览量达 120 万余人次。')[0]?.surface).toBe('120 万余人次')
    expect(readFigures('达 450 多万人次')[0]?.surface).toBe('450 多万人次')
  })
})

describe('properties', () => {
  const pieces = fc.constantFrom(
    '3',
    '5',
    '12',
    '三',
    '百',
    '千',
    '万',
    '余',
    '多',
    '人',
    '人次',
    '个',
    '村',
    '，',
    '。',
    '近',
    '元',
    '次',
    '第',
    '“',
    '”',
    ' ',
    '\n',
    '.',
    ',',
    '份',
    '十',
    '号',
    '🙂',
    '\udc00',
    '９',
  )
  const texts = fc.array(pieces, { maxLength: 40 }).map(parts => parts.join(''))

  it('offsets point at the surface, in order; values are numbers', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 60 })), text => {
        let end = 0
        for (const figure of readFigures(text)) {
          expect(figure.from).toBeGreaterThanOrEqual(end)
          expect(text.slice(figure.from, figure.to)).toBe(figure.surface)
          expect(Number.isFinite(figure.value)).toBe(true)
          end = figure.to
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads back every number it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), value => {
        expect(readFigures(`共有${value}名群众参加`)[0]?.value).toBe(value)
        expect(readFigures(`共有${value.toLocaleString('en')}名群众参加`)[0]?.value).toBe(value)
      }),
    )
  })
})
