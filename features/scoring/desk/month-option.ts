/** What ECharts is told to draw: points by month, those below nothing in red. */
import type { Palette } from '@jianbao/ui'
import type { AccountMonth } from '../contract/index.ts'

export function monthOption(
  months: readonly AccountMonth[],
  words: (month: string) => string,
  palette: Palette,
) {
  const text = { color: palette.textSoft, fontSize: 12, fontFamily: 'inherit' }
  return {
    animation: false,
    textStyle: text,
    grid: { left: 44, right: 8, top: 22, bottom: 26 },
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
      data: months.map(({ month }) => words(month)),
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: palette.lineMid } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: text,
    },
    series: [
      {
        type: 'bar',
        data: months.map(({ points }) => ({
          value: points,
          itemStyle: { color: points < 0 ? palette.bad : palette.unit },
        })),
        barMaxWidth: 36,
        label: { show: months.length <= 14, position: 'top', color: palette.textSoft, fontSize: 11 },
        cursor: 'pointer',
      },
    ],
  }
}
