import { SearchOutlined } from '@ant-design/icons'
import { usePaused } from '@jianbao/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { suggestQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { Suggestion } from './find.types.ts'
import styles from './search-box.module.css'
import { SuggestionList } from './suggestion-list.tsx'

type SearchBoxProps = {
  readonly value: string
  readonly ref: Ref<InputRef>
  readonly onSearch: (words: string) => void
  readonly onSuggestion: (suggestion: Suggestion) => void
}

const pauseMs = 120

/** The one big field: asks on Enter, suggests while it is typed into. */
export function SearchBox({ value, ref, onSearch, onSuggestion }: SearchBoxProps) {
  const t = findTexts.useTexts()
  const list = useId()
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  // The address changed by other means: the field follows it.
  if (value !== shown) {
    setShown(value)
    setTyped(value)
  }
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const asked = usePaused(typed.trim().slice(0, 100), pauseMs)
  const found = useQuery({
    ...suggestQuery(asked),
    enabled: open && asked !== '',
    placeholderData: keepPreviousData,
  })
  const rows = open && typed.trim() !== '' ? (found.data ?? []) : []
  const current = chosen < rows.length ? chosen : -1

  const close = () => {
    setOpen(false)
    setChosen(-1)
  }
  const search = () => {
    close()
    setTyped(typed.trim())
    onSearch(typed.trim())
  }
  const choose = (suggestion: Suggestion) => {
    close()
    setTyped(value)
    onSuggestion(suggestion)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a word is still being composed these keys belong to the input method.
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && rows.length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen(((current + 1 + step + rows.length + 1) % (rows.length + 1)) - 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (current >= 0) {
        // The list below must not take this Enter for its own.
        event.stopPropagation()
        choose(rows[current]!)
      } else search()
      event.currentTarget.blur()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (rows.length > 0) close()
      else event.currentTarget.blur()
    }
  }

  return (
    <div className={styles['box']}>
      <Input
        ref={ref}
        type="search"
        role="combobox"
        size="large"
        value={typed}
        maxLength={200}
        allowClear
        aria-label={t('searchField')}
        placeholder={t('searchPlaceholder')}
        aria-autocomplete="list"
        aria-expanded={rows.length > 0}
        aria-controls={rows.length > 0 ? list : undefined}
        aria-activedescendant={current >= 0 ? `${list}-${current}` : undefined}
        autoComplete="off"
        enterKeyHint="search"
        prefix={<SearchOutlined aria-hidden="true" />}
        onChange={event => {
          setTyped(event.target.value)
          setOpen(true)
          setChosen(-1)
        }}
        onClear={() => onSearch('')}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <Button type="primary" size="large" onClick={search}>
        {t('searchNow')}
      </Button>
      {rows.length > 0 ? <SuggestionList id={list} rows={rows} current={current} onChoose={choose} /> : null}
    </div>
  )
}
