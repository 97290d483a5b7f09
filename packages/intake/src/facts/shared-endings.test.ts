import { describe, expect, it } from 'vitest'
import type { UnitReading } from './facts.types.ts'
import { sharedEndings } from './shared-endings.ts'

const unitAt = (text: string, surface: string): UnitReading => {
  const from = text.indexOf(surface)
  const known = { name: surface, generic: false, source: 'rule', confidence: 0.9 } as const
  return { from, to: from + surface.length, surface, ...known }
}

describe('endings that a list shares', () => {
  it.each([
    ['雨山区、花山区、博望区工商联', '博望区工商联', ['雨山区工商联', '花山区工商联', '博望区工商联']],
    ['含山县、和县两县农技推广站', '和县两县农技推广站', ['含山县农技推广站', '和县农技推广站']],
    ['青石镇、白沙镇文化站', '白沙镇文化站', ['青石镇文化站', '白沙镇文化站']],
    ['博望区工商联', '博望区工商联', ['博望区工商联']],
    ['安徽某某公司、博望区工商联', '博望区工商联', ['博望区工商联']],
  ])('%s', (text, surface, want) => {
    const units = sharedEndings(text, unitAt(text, surface))
    expect(units.map(unit => unit.name)).toEqual(want)
    for (const unit of units) expect(text.slice(unit.from, unit.to)).toBe(unit.surface)
  })
})
