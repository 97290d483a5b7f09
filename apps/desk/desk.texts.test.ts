import { uiTexts } from '@jianbao/ui'
import { textFaults } from '@jianbao/ui/text-faults'
import { expect, it } from 'vitest'
import { accountTexts } from './account/account.texts.ts'
import { deskTexts } from './desk.texts.ts'
import { noticeTexts } from './notices/notice.texts.ts'
import { searchAllTexts } from './search-all/search-all.texts.ts'
import { signInTexts } from './sign-in.texts.ts'
import { workTexts } from './work/work.texts.ts'

const all = [accountTexts, deskTexts, noticeTexts, searchAllTexts, signInTexts, uiTexts, workTexts]
it.each(all)('has every text of $namespace in both languages, with the same values', ({ zh, en }) => {
  expect(textFaults(zh, en)).toEqual([])
})
