import { uiTexts } from '@jianbao/ui'
import { describe, expect, it } from 'vitest'
import { accountTexts } from './account/account.texts.ts'
import { deskTexts } from './desk.texts.ts'
import { noticeTexts } from './notices/notice.texts.ts'
import { searchAllTexts } from './search-all/search-all.texts.ts'
import { signInTexts } from './sign-in.texts.ts'
import { workTexts } from './work/work.texts.ts'

const slots = (text = '') => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

const all = [accountTexts, deskTexts, noticeTexts, searchAllTexts, signInTexts, uiTexts, workTexts]
describe.each(all)('texts of $namespace', texts => {
  it('exist in both languages, with the same values to fill in', () => {
    expect(Object.keys(texts.en)).toEqual(Object.keys(texts.zh))
    for (const [key, text] of Object.entries(texts.zh)) {
      expect(text).not.toBe('')
      expect([key, slots(texts.en[key])]).toEqual([key, slots(text)])
    }
  })
})
