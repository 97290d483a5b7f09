/** What ECharts is told to draw: bars over time, stacked by part, in the colours of the desk. */
import type { Palette } from '@jianbao/ui'

export type Bars = {
  readonly periods: readonly string[]
  readonly parts: readonly { readonly name: string; readonly counts: readonly number[] }[]
}

/** Colours that stay apart for most eyes in both themes; the last part, of all the rest, is grey. */
const colours = ['unit', 'figure', 'date', 'place', 'contributor'] as const
export const mostParts = colours.length

export function barOption({ periods, parts }: Bars, palette: Palette) {
  const text = { color: palette.textSoft, fontSize: 12, fontFamily: 'inherit' }
  const many = parts.length > 1
  return {
    animation: false,
    textStyle: text,
    grid: { left: 40, right: 8, top: many ? 56 : 12, bottom: 26 },
    ...(many
      ? {
          legend: {
            type: 'plain',
            top: 0,
            left: 0,
            itemWidth: 12,
            itemHeight: 12,
            itemGap: 12,
            textStyle: text,
            inactiveColor: palette.textFaint,
          },
        }
      : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.primarySoft, opacity: 0.6 } },
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.lineMid,
      textStyle: { ...text, color: palette.text },
    },
    xAxis: {
      type: 'category',
      data: periods,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.lineMid } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: text,
    },
    series: parts.map(({ name, counts }, at) => ({
      type: 'bar',
      name,
      stack: 'all',
      // Nothing has no border either: it would rub out the axis.
      data: counts.map(value => (value === 0 ? { value, itemStyle: { borderWidth: 0 } } : value)),
      barMaxWidth: 48,
      barCategoryGap: '22%',
      itemStyle: {
        color: at < colours.length ? palette[colours[at]!] : palette.lineStrong,
        borderColor: palette.surface,
        // Between many thin bars a line would take more room than what it parts.
        borderWidth: many && periods.length <= 24 ? 1 : 0,
      },
      emphasis: { focus: 'none' },
      cursor: 'pointer',
    })),
  }
}
