/** What ECharts is told to draw: 人次 as bars, 人数 as a line, 浏览量 on an axis of its own, for it is ten times as much. */
import type { Palette } from '@jianbao/ui'
import type { ContestMeasure, SeriesPoint } from '../../contract/index.ts'

export function seriesOption(
  points: readonly SeriesPoint[],
  names: Readonly<Record<ContestMeasure, string>>,
  palette: Palette,
) {
  const text = { color: palette.textSoft, fontSize: 12, fontFamily: 'inherit' }
  const axis = { type: 'value', minInterval: 1, splitNumber: 4, axisLabel: text } as const
  const line = (name: ContestMeasure, colour: string, dashed = false) => ({
    type: 'line' as const,
    name: names[name],
    data: points.map(point => point[name]),
    symbol: points.length > 40 ? 'none' : 'circle',
    symbolSize: 6,
    lineStyle: { color: colour, width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) },
    itemStyle: { color: colour },
    yAxisIndex: name === 'views' ? 1 : 0,
  })
  return {
    animation: false,
    textStyle: text,
    grid: { left: 56, right: 60, top: 44, bottom: 28 },
    legend: {
      type: 'plain',
      top: 0,
      left: 0,
      itemGap: 18,
      textStyle: text,
      inactiveColor: palette.textFaint,
    },
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
      data: points.map(({ at }) => (at.length === 10 ? at.slice(5) : at)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.lineMid } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: [
      { ...axis, splitLine: { lineStyle: { color: palette.line } } },
      { ...axis, splitLine: { show: false } },
    ],
    series: [
      {
        type: 'bar',
        name: names.attempts,
        data: points.map(({ attempts }) => attempts),
        barMaxWidth: 36,
        itemStyle: { color: palette.unit },
        emphasis: { focus: 'none' },
      },
      line('people', palette.figure),
      line('views', palette.lineStrong, true),
    ],
  }
}
