import { useMedia } from '@jianbao/ui'
import { useEffect, useRef, useState } from 'react'

const runMs = 1200

/** A number that runs to its new value; at once where motion is not wanted. It never runs past it, nor backwards. */
export function CountUp({
  value,
  className,
  sign = '',
}: {
  readonly value: number
  readonly className?: string | undefined
  readonly sign?: string
}) {
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const [shown, setShown] = useState(value)
  const from = useRef(value)
  useEffect(() => {
    const begin = from.current
    from.current = value
    if (still || value <= begin) {
      setShown(value)
      return
    }
    const started = performance.now()
    let frame = requestAnimationFrame(function run(now) {
      const part = Math.min(1, (now - started) / runMs)
      setShown(Math.round(begin + (value - begin) * (1 - (1 - part) ** 3)))
      if (part < 1) frame = requestAnimationFrame(run)
    })
    return () => cancelAnimationFrame(frame)
  }, [value, still])
  return (
    <span className={className} data-value={value}>
      {sign}
      {shown.toLocaleString('en-US')}
    </span>
  )
}
