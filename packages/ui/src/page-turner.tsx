import { Pagination } from 'antd'
import { usePhone } from './appearance.ts'
import styles from './page-turner.module.css'
import { uiTexts } from './ui.texts.ts'

type PageTurnerProps = {
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** There are more than `total`: they were not counted to the end. */
  readonly totalIsFloor?: boolean
  readonly onTurn: (page: number) => void
}

/** Pages of a list; says how many rows there are even when one page holds them all. */
export function PageTurner({ page, pageSize, total, totalIsFloor = false, onTurn }: PageTurnerProps) {
  const t = uiTexts.useTexts()
  const phone = usePhone()
  return (
    <nav className={styles['turner']} aria-label={t('pages')}>
      <span className={styles['total']}>{t('total', { total: totalIsFloor ? `${total}+` : total })}</span>
      {total > pageSize ? (
        <Pagination
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          simple={phone ? { readOnly: true } : false}
          onChange={onTurn}
        />
      ) : null}
    </nav>
  )
}
