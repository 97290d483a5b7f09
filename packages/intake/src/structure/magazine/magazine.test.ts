import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { misplaced, unaccounted } from '../../conservation.check.ts'
import { readDocument } from '../../read-document.ts'

const measure = 22

/** Lines of a paragraph as a page has them: its two blanks took their room and were lost. */
function set(text: string): string[] {
  const lines: string[] = []
  let rest = text
  while (rest.length > 0) {
    const room = measure - (lines.length === 0 ? 2 : 0)
    let to = Math.min(room, rest.length)
    while (to < rest.length && /[，。、；：”》）]/.test(rest[to]!)) to++
    lines.push(rest.slice(0, to))
    rest = rest.slice(to)
  }
  return lines
}

const reading = [
  '4月16日上午，青石县图书馆组织全体馆员到云岭抗战旧址陈列馆参观学习，缅怀先烈，重温历史，接受一次生动的教育。',
  '云岭抗战旧址陈列馆坐落在云岭镇东山村，是本县保存最完整的旧址，也是全县中小学生常去的实践课堂和研学基地。',
].flatMap(set)
const seeds = [
  '5月8日，白杨县种子管理站在白杨县河湾镇举办水稻良种现场会，请来两位农艺师讲授浸种、育秧和防治虫害的办法。',
  '参会的三十多位种粮大户当场登记了试种面积，种子管理站答应派人驻村指导，一直到秋后收割验产为止。',
].flatMap(set)
const bridge = [
  '6月2日下午，赤水河大桥桥面铺装完工。这座桥连接赤水县南北两岸，附近六个村的村民从此不必再绕行二十里山路。',
  '大桥建设指挥部介绍说，护栏和路灯将在月底前装好，七月一日正式通车，届时客运班线也会同时开通运行。',
].flatMap(set)

const titles = {
  reading: '县图书馆组织馆员赴\n云岭抗战旧址陈列馆学习',
  seeds: '种子管理站举办\n水稻良种现场会',
  bridge: '赤水县交通局完成\n大桥桥面铺装',
}
const spaced = (...lines: readonly (string | readonly string[])[]) => `${lines.flat().join('\n\n')}\n`
const bodies = (raw: string) =>
  readDocument(raw).columns.flatMap(column =>
    column.articles.map(article => ({
      column: column.name,
      headline: article.headline,
      contributor: article.contributor,
      body: article.paragraphs.join(''),
    })),
  )
const printed = (title: string) => title.replace('\n', '')
const find = (raw: string, title: string) => bodies(raw).find(({ headline }) => headline === printed(title))

describe('articles an extractor mixed up', () => {
  const mixed = spaced(
    reading.slice(0, 4),
    titles.reading,
    reading.slice(4),
    titles.seeds,
    seeds.slice(0, 4),
    titles.bridge,
    bridge,
    '（供稿：赤水县交通局）',
    seeds.slice(4),
    '（供稿：白杨县种子管理站）',
  )

  test('a headline in the middle of a word stands over the text around it', () => {
    expect(find(mixed, titles.reading)?.body).toBe(reading.join(''))
  })

  test('a text goes on behind another article, and its contributor closes it', () => {
    expect(find(mixed, titles.seeds)).toMatchObject({
      body: seeds.join(''),
      contributor: '（供稿：白杨县种子管理站）',
    })
    expect(find(mixed, titles.bridge)?.body).toBe(bridge.join(''))
  })

  test('a join over another article is a warning at the place where the text goes on', () => {
    const at = mixed.indexOf(seeds[4]!)
    const found = readDocument(mixed).warnings.filter(
      ({ code, span }) => code === 'join-uncertain' && span[0] <= at && at < span[1],
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.message).toContain('隔着别的文章')
  })

  test('headlines below their texts, one behind the contributor', () => {
    const raw = spaced(
      reading,
      titles.reading,
      seeds,
      '（供稿：白杨县种子管理站）',
      titles.seeds,
      bridge.slice(0, 2),
      titles.bridge,
      bridge.slice(2),
    )
    expect(bodies(raw).map(({ headline, body }) => [headline, body])).toEqual([
      [printed(titles.reading), reading.join('')],
      [printed(titles.seeds), seeds.join('')],
      [printed(titles.bridge), bridge.join('')],
    ])
  })

  test('a column name and a headline inside a date', () => {
    const dated = set(
      '为方便沿线群众出行，赤水县交通局把今年的公路养护计划提前一个月动工。5月12日上午，养护队进驻青山镇，先修补塌方路段，再清理边沟，预计两周内恢复通行。',
    )
    const cut = dated.findIndex(line => line.includes('5月'))
    const lines = [...dated]
    const at = lines[cut]!.indexOf('5月') + 2
    const raw = spaced(
      bridge,
      titles.bridge,
      lines.slice(0, cut),
      lines[cut]!.slice(0, at),
      '基层风采',
      '赤水县交通局提前养护公路',
      lines[cut]!.slice(at),
      lines.slice(cut + 1),
      seeds.slice(0, 3),
      titles.seeds,
      seeds.slice(3),
    )
    expect(bodies(raw).find(({ headline }) => headline === '赤水县交通局提前养护公路')).toMatchObject({
      column: '基层风采',
      body: dated.join(''),
    })
  })
})

test('a text in order is read the same with a page number inside a sentence', () => {
  const raw = spaced(titles.seeds, seeds.slice(0, 3), '- 3 -', seeds.slice(3), titles.bridge, bridge)
  expect(bodies(raw).map(({ body }) => body)).toEqual([seeds.join(''), bridge.join('')])
  expect(readDocument(raw).warnings.filter(({ code }) => code === 'join-uncertain')).toEqual([])
})

test('pieces of articles in any order: nothing is lost, told twice or told at the wrong place', () => {
  const lines = [
    ...reading,
    ...seeds,
    ...bridge,
    ...Object.values(titles),
    '学习园地',
    '（供稿：县图书馆）',
    '12',
    '4 — 6',
    '文_何一苇',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n\n', '\n ', '\n\f')), {
        minLength: 40,
        maxLength: 140,
      }),
      parts => {
        const raw = parts.flat().join('')
        const document = readDocument(raw)
        expect(unaccounted(raw, document)).toEqual([])
        expect(misplaced(raw, document)).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})
