/** Invented magazines for tests and the bench. */
import { makeArticle, paragraph, sentence } from './bulletin.fixture.ts'
import type { Bulletin, BulletinArticle } from './contract.ts'

/** An article of so many paragraphs, no two of them alike. */
export function makeFeature(headline: string, paragraphs: number, more: Partial<BulletinArticle> = {}) {
  const blocks = Array.from({ length: paragraphs }, (_, at) =>
    paragraph(`${headline.slice(0, 4)}之${at + 1}。${sentence.slice(0, 20 + ((at * 29) % 58))}`),
  )
  return makeArticle({ headline, blocks, ...more })
}

export function makeMagazine(magazine: Partial<Bulletin> = {}): Bulletin {
  return {
    schema: 'jianbao-bulletin/1',
    layout: 'magazine',
    series: '青山科坛',
    issueNo: 3,
    runningNo: 63,
    publisher: '青山省科学技术协会',
    date: '2023-06-15',
    columns: [
      { name: '卷首语', articles: [makeFeature('让好奇心成为城市的底色', 6, { contributor: '周明远' })] },
      {
        name: '特别报道',
        articles: [
          makeFeature('山乡来了“科学老师”——科普大篷车十年纪实', 60, { contributor: '（供稿：青山市科协）' }),
          makeFeature('全民科学素质行动五年之变', 22, { subtitle: '来自十二个县区的调查' }),
        ],
      },
      {
        name: '基层风采',
        articles: ['松岭县办农技培训', '河口区办机器人竞赛', '石桥镇来了医学专家'].map(headline =>
          makeFeature(headline, 2, { contributor: '（供稿：基层科协）' }),
        ),
      },
    ],
    distribution: [{ to: '送', entries: ['各市、县科协', '各省级学会'] }],
    ...magazine,
  }
}
