/** Apache ECharts with only the parts the archive draws; in a file of its own, loaded with the first chart. */
import { paletteOf, useThemeName } from '@jianbao/ui'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type Bars, barOption } from './bar-option.ts'
import styles from './chart.module.css'

register([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

type ChartProps = {
  readonly bars: Bars
  readonly label: string
  /** A bar was clicked, or the space above it; then there is no part. */
  readonly onPick: (period: number, part: number | null) => void
}

/** Bars over time, stacked by part. The words are in `label`; the numbers stand in the table beside it. */
export default function Chart({ bars, label, onPick }: ChartProps) {
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
    drawn.on('click', ({ dataIndex, seriesIndex }) => pick.current(dataIndex, seriesIndex ?? null))
    drawn.getZr().on('click', ({ target, offsetX, offsetY }) => {
      const at = [offsetX, offsetY]
      if (target || !drawn.containPixel({ gridIndex: 0 }, at)) return
      const [period] = drawn.convertFromPixel({ gridIndex: 0 }, at) as number[]
      if (period !== undefined) pick.current(period, null)
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
    chart.current?.setOption(barOption(bars, paletteOf(theme)), { notMerge: true })
  }, [bars, theme])

  return <div ref={box} role="img" aria-label={label} className={styles['canvas']} />
}
