import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { type Ref, useEffect, useRef, useState } from 'react'

type SearchFieldProps = {
  readonly value: string
  readonly label: string
  readonly onSearch: (words: string) => void
  readonly ref?: Ref<InputRef>
}

const pauseMs = 250

/** A search field that asks after a pause in typing, or at once on Enter; Enter and Escape let go of it. */
export function SearchField({ value, label, onSearch, ref }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [asked, setAsked] = useState(value)
  // The address changed by other means (back, a link): the field follows it.
  if (value !== asked) {
    setAsked(value)
    setTyped(value)
  }
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    if (typed === asked) return
    const timer = setTimeout(() => {
      setAsked(typed.trim())
      latest.current(typed.trim())
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, asked])

  return (
    <Input
      ref={ref ?? null}
      type="search"
      value={typed}
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden="true" />}
      allowClear
      maxLength={100}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        // While a word is still being composed these keys belong to the input method.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          setAsked(typed.trim())
          onSearch(typed.trim())
        }
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Both hand over to the list; the browser's own Escape would wipe the words out.
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
