import { describe, expect, it } from 'vitest'
import { itemActions } from '../../../contract/index.ts'
import { en } from './item.texts.en.ts'
import { zh } from './item.texts.zh.ts'
import { storyWords } from './use-story-words.ts'

const wordsIn =
  (texts: Readonly<Record<string, string>>): Parameters<typeof storyWords>[0] =>
  (key, values) =>
    Object.entries(values ?? {}).reduce(
      (words, [name, value]) => words.replaceAll(`{{${name}}}`, String(value)),
      texts[key]!,
    )
const say = (action: string, details: Record<string, unknown> | null = null, from?: object) =>
  storyWords(wordsIn(zh), { action, details }, from as Parameters<typeof storyWords>[2])

describe('the story of an item', () => {
  it('has words of its own for every deed of the flow, in both languages', () => {
    for (const texts of [zh, en]) {
      const told = itemActions.map(action => storyWords(wordsIn(texts), { action, details: null }))
      expect(told).not.toContain(texts['step.other'])
      expect(new Set(told).size).toBe(itemActions.length)
      for (const words of told) expect(words).not.toContain('{{')
    }
  })
  it.each([
    ['hand', { owner: '王敏' }, '交办给王敏'],
    ['progress', { percent: 60, reached: [1] }, '填报进展，已办 60%'],
    ['progress', null, '填报进展'],
    ['prove', { reports: ['培训开班', '座谈会'], files: [] }, '增加佐证：培训开班、座谈会'],
    ['prove', { withdrawn: '签到表.pdf' }, '撤回佐证：签到表.pdf'],
    ['decide', { granted: false, to: '2026-12-01' }, '不同意延期'],
    ['decide', { granted: true, to: '2026-12-01' }, '同意延期到 2026-12-01'],
    ['amend', { fields: ['ownerId', 'ownerName', 'dueDay', 'keeperId'] }, '调整责任人、主管单位、截止日期'],
    ['amend', { fields: ['nobody-knows'] }, '调整'],
  ])('%s with %j', (action, details, words) => {
    expect(say(action, details)).toBe(words)
  })
  it('names where an item came from, and the document another room sent about it', () => {
    const id = '00000000-0000-4000-8000-000000000001'
    expect(say('propose', null, { origin: { kind: 'finding', id }, taskId: null })).toBe(
      '立项，来自督导发现的问题',
    )
    expect(say('propose', null, { origin: null, taskId: null })).toBe('立项')
    expect(say('missive', { kind: 'circular', number: '省科协通〔2026〕1号' })).toBe(
      '发出通报 省科协通〔2026〕1号',
    )
    expect(say('missive')).toBe('发出公文')
  })
  it('shows no raw key of what nobody has words for', () => {
    for (const action of ['service-published', 'need', 'finding.raise', 'constructor'])
      expect(say(action, { fields: 7, to: {}, owner: null })).toBe('更新')
  })
})
