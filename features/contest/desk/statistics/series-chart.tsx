/** Apache ECharts with only what this picture needs; in a file of its own, loaded with the first one. */
import { paletteOf, useThemeName } from '@jianbao/ui'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ContestMeasure, SeriesPoint } from '../../contract/index.ts'
import { seriesOption } from './series-option.ts'
import styles from './statistics.module.css'

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type ChartProps = {
  readonly points: readonly SeriesPoint[]
  readonly names: Readonly<Record<ContestMeasure, string>>
  readonly label: string
  readonly onPick: (at: number) => void
}

/** The measures over time. The words are in `label`; the numbers stand in the table. */
export default function SeriesChart({ points, names, label, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const pick = useRef(onPick)
  const theme = useThemeName()
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.getZr().on('click', ({ offsetX, offsetY }) => {
      if (!drawn.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return
      const [at] = drawn.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]) as number[]
      if (at !== undefined) pick.current(at)
    })
    const observer = new ResizeObserver(() => drawn.resize())
    if (box.current) observer.observe(box.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(seriesOption(points, names, paletteOf(theme)), { notMerge: true })
  }, [points, names, theme])
  return <div ref={box} role="img" aria-label={label} className={styles['canvas']} />
}
