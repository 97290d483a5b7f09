import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDays } from './read-days.ts'

const days = (typed: string, year: number | null = 2021) => {
  const found = readDays(typed, year)
  return found && (found.start === found.end ? found.start : `${found.start}/${found.end}`)
}

describe('days as a clerk types them', () => {
  it.each([
    ['2021-08-17', '2021-08-17'],
    ['2021-8-7', '2021-08-07'],
    ['2021.8.17', '2021-08-17'],
    ['2021/8/17', '2021-08-17'],
    ['20210817', '2021-08-17'],
    ['2021年8月17日', '2021-08-17'],
    ['２０２１年８月１７日', '2021-08-17'],
    ['二〇二一年八月十七日', '2021-08-17'],
    ['二○二一年十二月二十日', '2021-12-20'],
    ['8月17日', '2021-08-17'],
    ['8-17', '2021-08-17'],
    ['8月17号', '2021-08-17'],
    ['2021年8月', '2021-08-01/2021-08-31'],
    ['2月', '2021-02-01/2021-02-28'],
    ['2021年', '2021-01-01/2021-12-31'],
    ['8月17日至20日', '2021-08-17/2021-08-20'],
    ['8月17日-20日', '2021-08-17/2021-08-20'],
    ['8月17日—9月2日', '2021-08-17/2021-09-02'],
    ['2021年12月30日至2022年1月2日', '2021-12-30/2022-01-02'],
    ['2021-08-17 至 2021-08-20', '2021-08-17/2021-08-20'],
    ['十月一日到七日', '2021-10-01/2021-10-07'],
  ])('reads %s', (typed, expected) => {
    expect(days(typed)).toBe(expected)
  })

  it.each(['', '不详', '13月1日', '2月30日', '2021-02-29', '8月20日至17日', '17日', '8月1日至2日至3日', '0'])(
    'does not guess at %j',
    typed => {
      expect(days(typed)).toBeNull()
    },
  )

  it('needs a year from somewhere', () => {
    expect(days('8月17日', null)).toBeNull()
    expect(days('2020年2月29日', null)).toBe('2020-02-29')
  })

  it('reads back every day it is shown', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        date => {
          const iso = date.toISOString().slice(0, 10)
          const [year, month, day] = iso.split('-').map(Number)
          expect(days(iso, null)).toBe(iso)
          expect(days(`${year}年${month}月${day}日`, null)).toBe(iso)
        },
      ),
    )
  })
})
