import { SearchOutlined } from '@ant-design/icons'
import { addressOf, useProblemText } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import type { PlaceGroup } from '../layout.places.ts'
import { type FoundOption, optionsOf, stepTo } from './found-groups.ts'
import { FoundList } from './found-list.tsx'
import styles from './search-all.module.css'
import { searchAllTexts } from './search-all.texts.ts'
import { useFindings } from './use-findings.ts'
import { searchKey } from './use-search-keys.ts'

type SearchAllFieldProps = {
  readonly ref: Ref<InputRef>
  readonly groups: readonly PlaceGroup[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly autoFocus: boolean
}

export function SearchAllField({ ref, groups: places, open, onOpen, autoFocus }: SearchAllFieldProps) {
  const t = searchAllTexts.useTexts()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(-1)
  const navigate = useNavigate()
  const problemText = useProblemText()
  const list = useId()
  const { words, searching, groups, failed, labels } = useFindings(typed, places)
  const options = groups.flatMap(optionsOf)
  const current = chosen < options.length ? chosen : -1
  const shown = open && words !== ''
  const listed = shown && options.length > 0

  const choose = (option: FoundOption | undefined) => {
    if (!option) return
    setTyped('')
    onOpen(false)
    void navigate(addressOf(option.link))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a word is still being composed these keys belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setChosen(stepTo(current, event.key === 'ArrowDown' ? 1 : -1, options.length))
    } else if (event.key === 'Enter') {
      // The list of the page must not take this Enter for its own.
      event.stopPropagation()
      event.preventDefault()
      choose(options[Math.max(current, 0)])
    } else if (event.key === 'Escape') event.currentTarget.blur()
  }
  return (
    <search className={styles['field']}>
      <Input
        ref={ref}
        role="combobox"
        value={typed}
        maxLength={100}
        allowClear
        autoFocus={autoFocus}
        aria-label={t('field')}
        placeholder={t('placeholder', { what: labels.join(t('comma')) })}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={listed ? list : undefined}
        aria-activedescendant={listed && current >= 0 ? `${list}-${current}` : undefined}
        autoComplete="off"
        enterKeyHint="search"
        prefix={<SearchOutlined aria-hidden="true" />}
        suffix={typed || autoFocus ? null : <kbd>{searchKey}</kbd>}
        onChange={event => {
          setTyped(event.target.value)
          setChosen(-1)
          onOpen(true)
        }}
        onFocus={() => onOpen(true)}
        onKeyDown={onKeyDown}
      />
      {shown ? (
        <div className={styles['found']}>
          {listed ? <FoundList id={list} groups={groups} current={current} onChoose={choose} /> : null}
          <p role="status" className={styles['status']}>
            {searching
              ? t('searching')
              : failed.length + groups.length === 0
                ? t('nothing', { words })
                : null}
            {!searching && failed.length + groups.length === 0 ? <span>{t('nothingWords')}</span> : null}
            {failed.map(({ label, problem }) => (
              <span key={label}>{t('failed', { label, problem: problemText(problem) })}</span>
            ))}
          </p>
        </div>
      ) : null}
    </search>
  )
}
