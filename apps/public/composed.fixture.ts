/** An issue made at the desk, as signing records it: with a model, a picture, forms as they were issued, and facts. */
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { recordFacts } from '@jianbao/archive/server'
import { recordComposed } from '@jianbao/bulletin/server'
import { wholeScope } from '@jianbao/organisation/server'
import { openFileStore } from '@jianbao/platform/files'
import type { TestApp } from '@jianbao/testkit'
import { testUnits } from '@jianbao/testkit'

/** One white pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type Composed = {
  readonly id: string
  readonly articleIds: string[]
  readonly picture: string
  readonly pdf: Buffer
  readonly pdfHash: string
}

export async function addComposed(
  app: TestApp,
  wish: {
    withheld?: readonly number[]
    publish?: boolean
    number?: number
    series?: string
    heads?: readonly string[]
  } = {},
): Promise<Composed> {
  const { withheld = [], publish = true, number = 1, series = '云岭市科协组稿简报' } = wish
  const pdf = Buffer.from(`%PDF-1.7 as it was issued ${number} ${randomUUID()}`)
  for (const [folder, bytes] of [
    ['issues', pdf],
    ['photos', pixel],
  ] as const) {
    const store = await openFileStore(join(app.config.dataFolder, folder))
    await (await store.receive(bytes, { limitBytes: 1_000_000 })).keep()
  }
  const id = randomUUID()
  const heads = wish.heads ?? ['流动科技馆进山', '夜校开到村口', '讲师团走进校园']
  const articles = heads.map((headline, at) => ({
    kind: 'article' as const,
    headline,
    contributor: `溪口县科协${at}`,
    blocks: [
      { type: 'heading' as const, level: 1 as const, text: '一、做法' },
      { type: 'paragraph' as const, text: `${headline}，乡亲们在打谷场上看了一整天。` },
      ...(at === 0 ? [{ type: 'figure' as const, image: 'p1', alt: '打谷场', caption: '打谷场上' }] : []),
      ...(at === 1 ? [{ type: 'figure' as const, image: 'p2', alt: '村口', caption: null }] : []),
    ],
  }))
  const model = {
    schema: 'jianbao-bulletin/1' as const,
    series,
    issueNo: number,
    publisher: '云岭市科协办公室',
    date: `2021-06-${String(number).padStart(2, '0')}`,
    columns: [
      { name: '经验交流', articles: articles.slice(0, 2) },
      { name: '学教动态', articles: articles.slice(2) },
    ],
    distribution: [],
  }
  const recorded = articles.map(({ kind, headline, contributor, blocks }, at) => ({
    id: randomUUID(),
    kind,
    headline,
    contributor,
    paragraphs: blocks.flatMap(block => ('text' in block ? [block.text] : [])),
    withheld: withheld.includes(at),
  }))
  const columns = [
    { name: '经验交流', articles: recorded.slice(0, 2) },
    { name: '学教动态', articles: recorded.slice(2) },
  ]
  const picture = { sha256: sha256(pixel), mediaType: 'image/png', width: 1, height: 1 }
  const at = new Date('2021-06-20T02:00:00Z')
  await app.connection.db.transaction(async tx => {
    await recordComposed(tx, {
      id,
      unitId: testUnits.city,
      seriesId: randomUUID(),
      model,
      files: { pdf: sha256(pdf) },
      pictures: [
        { key: 'p1', ...picture },
        { key: 'p2', ...picture },
      ],
      columns,
      events: 0,
      figures: 0,
      publishedAt: publish ? at : null,
      at,
    })
    await recordFacts(tx, wholeScope, [
      {
        issueId: id,
        origin: 'composed',
        articleIds: columns.map(column => column.articles.map(article => article.id)),
        reading: {
          date: model.date,
          series: { name: series },
          columns: columns.map(({ name, articles: its }) => ({
            name,
            articles: its.map(each => ({ ...each, events: [] })),
          })),
        },
      },
    ])
  })
  return {
    id,
    articleIds: recorded.map(article => article.id),
    picture: picture.sha256,
    pdf,
    pdfHash: sha256(pdf),
  }
}
