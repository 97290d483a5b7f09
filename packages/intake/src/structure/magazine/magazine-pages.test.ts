import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const articlesOf = (raw: string) =>
  readDocument(raw).columns.flatMap(({ name, articles }) =>
    articles.map(article => ({ column: name, ...article })),
  )

const pages = `青石文苑 1

青石文苑
2022年第3期
2022年6月15日出版

XIANGCUN JISHI

乡村纪事

老井

何一苇

　　村口那口老井，比我爷爷的年纪还大。井沿上的石头被绳子磨出一道道
深槽，下雨的时候，槽里亮晶晶的，像几条小鱼。

　　后来通了自来水，井就闲下来了。可是每年开春，总有人去把井台扫干
净，换上一圈新土。

青石文苑 2

　　我问过扫井台的人，他说，水是自己来的，情要靠人守着。

修渠歌

蓝青

天没亮就上坡

石头比人还多

一锤下去见火

一锹下去见土

水从山那边来

稻子低头唱歌

DANGWEI ZHI CHUANG

单位之窗

县农机站送技术进田头

　　5月8日，青石县农机站组织12名技术员到云岭镇东山村检修插秧机，
当天修好26台，培训机手40人。

（供稿：县农机站）

青石文苑 3

县图书馆办起夜读班

　　5月20日晚，青石县图书馆夜读班开班，首批学员58人，每周二、四
晚上课。
`

describe('a magazine in order', () => {
  const document = readDocument(pages)
  const articles = articlesOf(pages)

  test('the running head above the masthead is no part of its name', () => {
    expect(document.series?.name).toBe('青石文苑')
    expect(document.date).toBe('2022-06-15')
    expect(document.noise.filter(({ reason }) => reason === 'running-head')).toHaveLength(3)
  })

  test('short lines beside Latin ones are columns, whatever they are called', () => {
    expect(articles.map(({ column, headline }) => [column, headline])).toEqual([
      ['乡村纪事', '老井'],
      ['乡村纪事', '修渠歌'],
      ['单位之窗', '县农机站送技术进田头'],
      ['单位之窗', '县图书馆办起夜读班'],
    ])
  })

  test('what a person signs reports nothing; what an office sends in does', () => {
    expect(articles.map(({ kind, events }) => [kind, events.length > 0])).toEqual([
      ['essay', false],
      ['essay', false],
      ['article', true],
      ['article', true],
    ])
    expect(articles[2]?.contributor).toBe('（供稿：县农机站）')
  })

  test('the essay goes on over the page, the poem keeps its lines together', () => {
    expect(articles[0]?.paragraphs).toHaveLength(3)
    expect(articles[1]?.paragraphs.join('')).toBe(
      '天没亮就上坡石头比人还多一锤下去见火一锹下去见土水从山那边来稻子低头唱歌',
    )
  })
})

test('a speech is told by the occasion, and its parts are no articles', () => {
  const raw = `${[
    '在全县农技推广工作会议上的讲话',
    '县农业农村局局长 何一苇',
    '　　同志们，今天这个会，是在春耕马上就要开始的时候召开的，',
    '主要任务是把今年的推广工作说清楚、落下去。下面讲两点。',
    '提高认识，把推广当成大事',
    '　　去年全县推广新品种二十多个，增产看得见，农户说得出好，',
    '这就是最大的道理。我们要把道理讲到田头去。',
    '压实责任，把任务落到人头',
    '　　每个村都要有一名技术员挂钩，每半个月到田里去一回，回来',
    '要写清楚看见了什么、答应了什么、办成了什么。',
    '图书馆送书进敬老院',
    '　　5月8日上午，青石县图书馆到云岭镇敬老院送去图书两百册，',
    '并为老人读报讲故事。',
    '（供稿：青石县图书馆）',
  ].join('\n\n')}\n`
  const [speech] = articlesOf(raw)
  expect([speech?.kind, speech?.headline, speech?.events]).toEqual([
    'speech',
    '在全县农技推广工作会议上的讲话',
    [],
  ])
  expect(speech?.paragraphs).toHaveLength(5)
})
