import type { ReportFigure } from '../../contract/index.ts'

export type Counted = Pick<ReportFigure, 'surface' | 'value' | 'unit'>

/** The words of a text that say a figure: as it was read, else with its unit, else the bare number; null when none do. */
export function figureWords(text: string, { surface, value, unit }: Counted): string | null {
  const whole = [surface, `${value}${unit}`].find(words => words && text.includes(words))
  if (whole) return whole
  const bare = new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?![\\d.])`)
  return bare.test(text) ? String(value) : null
}
