import { textFaults } from '@jianbao/ui/text-faults'
import { expect, it } from 'vitest'
import * as english from './archive.texts.en.ts'
import * as chinese from './archive.texts.zh.ts'
import * as importEnglish from './import.texts.en.ts'
import * as importChinese from './import.texts.zh.ts'
import * as dialogEnglish from './review/dialog.texts.en.ts'
import * as dialogChinese from './review/dialog.texts.zh.ts'
import * as reviewEnglish from './review/review.texts.en.ts'
import * as reviewChinese from './review/review.texts.zh.ts'

type Table = Readonly<Record<string, string>>
const tables: readonly [string, Table, Table][] = [
  ['archive', chinese.zh, english.en],
  ['import', importChinese.zh, importEnglish.en],
  ['review', reviewChinese.zh, reviewEnglish.en],
  ['dialogues', dialogChinese.zh, dialogEnglish.en],
]

it.each(tables)('has every text of %s in both languages, with the same values to fill in', (_, zh, en) => {
  expect(textFaults(zh, en)).toEqual([])
})
