/** Apache ECharts with only what this picture needs; in a file of its own, loaded with the first one. */
import { paletteOf, useThemeName } from '@jianbao/ui'
import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { AccountMonth } from '../contract/index.ts'
import { monthOption } from './month-option.ts'
import styles from './scoring.module.css'
import { usePeriodWords } from './use-scored.ts'

register([BarChart, GridComponent, TooltipComponent, SVGRenderer])

type ChartProps = {
  readonly months: readonly AccountMonth[]
  readonly label: string
  readonly onPick: (month: string) => void
}

/** Points by month. The words are in `label`; the numbers stand in the table beside it. */
export default function MonthChart({ months, label, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const pick = useRef<(at: number) => void>(() => undefined)
  const theme = useThemeName()
  const words = usePeriodWords()
  useEffect(() => {
    pick.current = at => {
      const month = months[at]?.month
      if (month) onPick(month)
    }
  })
  useEffect(() => {
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ dataIndex }) => pick.current(dataIndex))
    const observer = new ResizeObserver(() => drawn.resize())
    if (box.current) observer.observe(box.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(monthOption(months, words, paletteOf(theme)), { notMerge: true })
  })
  return <div ref={box} role="img" aria-label={label} className={styles['canvas']} />
}
