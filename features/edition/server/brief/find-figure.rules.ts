/** Where a text prints a figure. */
import { readPrinted } from '../../contract/index.ts'
import type { BriefFigure } from './brief.types.ts'

const longest = 60
export type PlaceInText = { readonly from: number; readonly to: number }

/** Where a text prints this very figure with its unit; null when it does not. */
export function findFigure(text: string, figure: BriefFigure): PlaceInText | null {
  const surface = figure.surface?.trim()
  if (surface && surface.length <= longest && saysValue(surface, figure)) {
    const from = text.indexOf(surface)
    // A longer number it is a part of is another one.
    const clear = !/[\d.,]$/u.test(text.slice(0, Math.max(0, from))) || !/^[\d.,]/u.test(surface)
    if (from >= 0 && clear) return { from, to: from + surface.length }
  }
  const unit = escaped(figure.unit)
  for (const digits of digitForms(figure.value)) {
    const found = new RegExp(
      `(?<![\\d.,])(?:约|近|超过|超|逾|至少)?${escaped(digits)}(?:余|多)?${unit}(?:余|以上|左右)?`,
      'u',
    ).exec(text)
    if (found && found[0].length <= longest) return { from: found.index, to: found.index + found[0].length }
  }
  return null
}

/** 12000 is printed 12000, 12,000 or 1.2万. */
function digitForms(value: number): string[] {
  if (!Number.isFinite(value)) return []
  const forms = [String(value), new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value)]
  const inTenThousands = value / 10_000
  if (value >= 10_000 && Number.isInteger(Math.round(inTenThousands * 1e6) / 100))
    forms.push(`${Math.round(inTenThousands * 1e4) / 1e4}万`)
  return [...new Set(forms)]
}

/** What somebody typed into the form since may no longer be what the text says. */
function saysValue(surface: string, { value, unit, qualifier }: BriefFigure): boolean {
  const said = readPrinted(surface, unit)
  return said !== null && said.value === value && said.qualifier === qualifier
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
