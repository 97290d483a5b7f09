import type { ReactNode } from 'react'
import { useEffect } from 'react'
import styles from './page-header.module.css'

type PageHeaderProps = {
  readonly title: string
  /** One quiet line under the title. */
  readonly note?: ReactNode
  /** Where the reader came from, above the title. */
  readonly back?: ReactNode
  readonly actions?: ReactNode
}

/** The only h1 of a page; also names the browser's tab. */
export function PageHeader({ title, note, back, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · 简报台`
  }, [title])
  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        {back ? <div className={styles['back']}>{back}</div> : null}
        <h1 className={styles['title']}>{title}</h1>
        {note ? <p className={styles['note']}>{note}</p> : null}
      </div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </header>
  )
}
