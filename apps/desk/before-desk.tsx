import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { accountTexts } from './account/account.texts.ts'
import { useSignOut } from './session.queries.ts'
import styles from './sign-in.module.css'

type BeforeDeskProps = {
  readonly title: string
  readonly note: string
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A card for what must be done before the desk opens, with the way out. */
export function BeforeDesk({ title, note, wide = false, children }: BeforeDeskProps) {
  const t = accountTexts.useTexts()
  const signOut = useSignOut()
  useEffect(() => {
    document.title = `${title} · 简报台`
  }, [title])
  return (
    <main className={styles['page']}>
      <div className={styles['columns']} data-wide={wide}>
        <div className={styles['card']} data-wide={wide}>
          <h1 className={styles['title']}>{title}</h1>
          <p className={styles['lead']}>{note}</p>
          {children}
        </div>
      </div>
      <footer className={styles['footer']}>
        <Button type="link" size="small" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Button>
      </footer>
    </main>
  )
}
