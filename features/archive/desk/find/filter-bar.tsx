import { usePhone, ViewMenu } from '@jianbao/ui'
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import styles from './filter.module.css'
import { findTexts } from './find.texts.ts'

type FilterBarProps = {
  /** How many filters are set. */
  readonly set: number
  readonly onClear: () => void
  readonly children: ReactNode
  /** Stays in sight on a phone too. */
  readonly order?: ReactNode
}

/** Filters in a row on a desk, in a drawer on a phone. */
export function FilterBar({ set, onClear, children, order }: FilterBarProps) {
  const t = findTexts.useTexts()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const clear = set > 0 ? <Button onClick={onClear}>{t('clearFilters')}</Button> : null
  if (!phone)
    return (
      <search className={styles['filters']} aria-label={t('filters')}>
        {children}
        {order}
        {clear}
        <ViewMenu />
      </search>
    )
  return (
    <search className={styles['filters']} aria-label={t('filters')}>
      <Button aria-expanded={open} onClick={() => setOpen(true)}>
        {set > 0 ? t('filtersSet', { count: set }) : t('filters')}
      </Button>
      {order}
      <ViewMenu />
      <Drawer
        open={open}
        placement="bottom"
        size="large"
        title={t('filters')}
        onClose={() => setOpen(false)}
        footer={
          <div className={styles['drawerFoot']}>
            {clear}
            <Button type="primary" onClick={() => setOpen(false)}>
              {t('showResults')}
            </Button>
          </div>
        }
      >
        <div className={styles['drawer']}>{children}</div>
      </Drawer>
    </search>
  )
}
