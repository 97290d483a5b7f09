/** Invented bulletins for tests and the bench: a valid one, with what the test is about put over it. */
import type { Block, Bulletin, BulletinArticle } from './contract.ts'

export const sentence =
  '为把学习成果落到实处，青山市科协组织科普志愿者走进社区，围绕健康生活、防灾避险和节能环保开展“科普进万家”活动，发放资料2000余份，现场解答群众咨询300多人次。'

export const paragraph = (text = sentence): Block => ({ type: 'paragraph', text })
export const item = (text = sentence): Block => ({ type: 'item', text })

export function makeArticle(article: Partial<BulletinArticle> = {}): BulletinArticle {
  return {
    kind: 'article',
    headline: '青山市科协“三个一”推动学习教育走深走实',
    contributor: null,
    blocks: [paragraph(), paragraph()],
    ...article,
  }
}

export function makeBulletin(bulletin: Partial<Bulletin> = {}): Bulletin {
  return {
    schema: 'jianbao-bulletin/1',
    series: '青山省科协学习教育简报',
    issueNo: 7,
    publisher: '学习教育领导小组办公室',
    date: '2023-05-09',
    columns: [
      { name: '要情快报', articles: [makeArticle()] },
      {
        name: '学教短波',
        articles: [makeArticle({ kind: 'briefs', headline: null, blocks: [item(), item(), item()] })],
      },
    ],
    distribution: [
      { to: '报', entries: ['省委学习教育领导小组办公室', '省科协领导'] },
      { to: '送', entries: ['各市、县科协', '各省级学会、协会、研究会'] },
    ],
    ...bulletin,
  }
}

/** Nothing but what the schema insists on. */
export const bareBulletin: Bulletin = {
  schema: 'jianbao-bulletin/1',
  series: null,
  issueNo: null,
  publisher: null,
  date: null,
  columns: [],
  distribution: [],
}

/** Typst markup, controls, lone surrogates, private use, emoji, rare characters, bidirectional overrides. */
export const hostileText = [
  '#read("/etc/passwd") #eval("1+1") $x^2$ \\ *粗* _斜_ `码` @ref [甲](乙) = 题 // 注 /* x */ <script>alert(1)</script>',
  '控\u0000制\u0007符 零\u200b宽 反\u202e向\u202c 孤\ud800立\udc00 私\ue000用 表😀情👨‍👩‍👧 罕\u{20bb7}\u{2a6a5}见',
  '非\ufffe字\uffff符 分\u2028行\u2029段 \t制表 é é ﷽ العربية ไทย 한국어 ①②㈱℃№→★─┼‰Ωж',
].join(' ')

/** Text as a page's reader compares it: without any white space. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '')
