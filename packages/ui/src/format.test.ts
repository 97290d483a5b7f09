import { describe, expect, it } from 'vitest'
import { formatCount, formatDay, formatFigure, formatInstant, formatSize } from './format.ts'

describe('format', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [7384, '7.2 KB'],
    [191_550, '187 KB'],
    [1_500_000, '1.4 MB'],
  ])('writes %i bytes as %s', (sizeBytes, text) => {
    expect(formatSize(sizeBytes)).toBe(text)
  })

  it('writes a day in both languages and leaves what is no day alone', () => {
    expect(formatDay('2021-08-20', 'zh')).toBe('2021年8月20日')
    expect(formatDay('2021-08-20', 'en')).toBe('20 August 2021')
    expect(formatDay('unknown', 'zh')).toBe('unknown')
  })

  it('writes an instant in local time', () => {
    expect(formatInstant('2021-08-20T09:05:59')).toBe('2021-08-20 09:05')
    expect(formatInstant('never')).toBe('never')
  })

  it.each([
    ['12家', 'exact', '12家'],
    ['1900余件', 'over', '1900余件'],
    ['11.6万人次', 'exact', '11.6万人次'],
    ['11.6\n万人次', 'exact', '11.6万人次'],
    ['200名', 'under', '近200名'],
    ['300人', 'about', '约300人'],
    ['300人左右', 'about', '300人左右'],
    ['50人', 'over', '超50人'],
    ['50人', 'atleast', '至少50人'],
  ] as const)('prints the figure %s (%s) as %s', (surface, qualifier, text) => {
    expect(formatFigure({ surface, qualifier })).toBe(text)
  })

  it('separates thousands', () => {
    expect(formatCount(4_540_000)).toBe('4,540,000')
    expect(formatCount(0.5)).toBe('0.5')
  })
})
