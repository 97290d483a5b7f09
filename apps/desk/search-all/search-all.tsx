import { CloseOutlined, SearchOutlined } from '@ant-design/icons'
import { useDismissal, usePhone } from '@jianbao/ui'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { PlaceGroup } from '../layout.places.ts'
import styles from './search-all.module.css'
import { searchAllTexts } from './search-all.texts.ts'
import { SearchAllField } from './search-all-field.tsx'
import { useSearchKeys } from './use-search-keys.ts'

/** One field that finds articles, units, people and pages: in the header of a desk, over the page on a phone. */
export function SearchAll({ groups }: { groups: readonly PlaceGroup[] }) {
  const t = searchAllTexts.useTexts()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<InputRef>(null)
  useSearchKeys(() => {
    setOpen(true)
    field.current?.focus({ cursor: 'all' })
  })
  useDismissal(box, open, () => setOpen(false))
  const search = <SearchAllField ref={field} groups={groups} open={open} onOpen={setOpen} autoFocus={phone} />
  if (!phone)
    return (
      <div ref={box} className={styles['box']}>
        {search}
      </div>
    )
  return (
    <div ref={box}>
      <Button
        type="text"
        icon={<SearchOutlined aria-hidden="true" className={styles['icon'] ?? ''} />}
        aria-label={t('open')}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <div className={styles['over']}>
          <div className={styles['box']}>{search}</div>
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t('close')}
            onClick={() => setOpen(false)}
          />
        </div>
      ) : null}
    </div>
  )
}
