import { describe, expect, it } from 'vitest'
import { bareBulletin, hostileText, item, makeArticle, makeBulletin, paragraph } from '../bulletin.fixture.ts'
import { typesetText } from './typeset-text.ts'

describe('typesetText', () => {
  it('lays a bulletin out as offices do', () => {
    const columns = [
      {
        name: '经验交流',
        articles: [
          makeArticle({
            headline: '松岭县科协先学一步',
            contributor: '松岭县科协',
            blocks: [paragraph('甲。')],
          }),
        ],
      },
      {
        name: '学教短波',
        articles: [makeArticle({ kind: 'briefs', headline: null, blocks: [item('乙。')] })],
      },
    ]
    expect(typesetText(makeBulletin({ columns, special: true })).split('\n\n')).toEqual([
      '青山省科协学习教育简报',
      '增刊第 7 期',
      '学习教育领导小组办公室',
      '2023年5月9日',
      '【经验交流】',
      '松岭县科协先学一步',
      '甲。',
      '（供稿：松岭县科协）',
      '【学教短波】',
      '● 乙。',
      '报：省委学习教育领导小组办公室，省科协领导。',
      '送：各市、县科协，各省级学会、协会、研究会。\n',
    ])
  })

  it('prints nothing the bulletin does not say', () => {
    expect(typesetText(bareBulletin)).toBe('')
  })

  it('leaves no control character and no line inside a paragraph', () => {
    const text = typesetText(
      makeBulletin({
        columns: [{ name: null, articles: [makeArticle({ blocks: [paragraph(hostileText)] })] }],
      }),
    )
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u2029\u202e]/u)
    expect(text.isWellFormed()).toBe(true)
  })
})
