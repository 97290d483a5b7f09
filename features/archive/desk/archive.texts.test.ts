import { describe, expect, it } from 'vitest'
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
const slots = (text: string | undefined) => (text?.match(/\{\{\w+\}\}/g) ?? []).sort()

describe.each(tables)('texts of %s', (_, zh, en) => {
  it('has every text in both languages, with the same values to fill in', () => {
    expect(Object.keys(en).filter(key => !key.endsWith('_one'))).toEqual(Object.keys(zh))
    for (const key of Object.keys(zh)) expect([key, slots(en[key])]).toEqual([key, slots(zh[key])])
  })

  it('has a form for one thing only beside the form for many', () => {
    for (const [key, text] of Object.entries(en)) {
      const many = key.endsWith('_one') ? key.slice(0, -'_one'.length) : key
      expect([key, slots(text)]).toEqual([key, slots(zh[many])])
    }
  })
})
