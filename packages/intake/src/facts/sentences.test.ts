import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

const texts = (text: string) => sentencesOf(text).map(sentence => sentence.text)

it.each([
  ['甲开会。乙学习！丙呢？', ['甲开会。', '乙学习！', '丙呢？']],
  ['他说：“要学习。”会后，大家讨论。', ['他说：“要学习。”', '会后，大家讨论。']],
  ['开展“学史。力行”活动，很好。结束', ['开展“学史。力行”活动，很好。', '结束']],
  ['（见附件。）会议结束。', ['（见附件。）会议结束。']],
  ['没有句号', ['没有句号']],
  ['', []],
] as [string, string[]][])('%s', (text, want) => expect(texts(text)).toEqual(want))

it('loses no character and keeps the order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('甲', '。', '！', '“', '”', '（', '）', '，', '》', '《'), { maxLength: 60 }),
      parts => {
        const text = parts.join('')
        expect(texts(text).join('')).toBe(text)
      },
    ),
  )
})
