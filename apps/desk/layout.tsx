import { GlobalOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { type DeskMenuItem, usePhone } from '@jianbao/ui'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskTexts } from './desk.texts.ts'
import styles from './layout.module.css'
import { rooms } from './rooms.ts'
import { UserMenu } from './user-menu.tsx'
import { WaitingLine } from './waiting-line.tsx'

const menu = rooms.flatMap(room => room.menu)

/** Menu at the left on a desk, at the foot on a phone; the page in between. */
export function Layout() {
  const t = deskTexts.useTexts()
  const phone = usePhone()
  const [narrow, setNarrow] = useState(false)
  const main = useMainFocus()
  return (
    <div className={styles['frame']} data-narrow={narrow && !phone}>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      <header className={styles['side']}>
        <Link to="/" className={styles['brand']} aria-label={t('product')}>
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={24} height={24} />
          <span className={styles['word']}>{t('product')}</span>
        </Link>
        {phone ? null : <Menu items={menu} narrow={narrow} />}
        <div className={styles['foot']}>
          <UserMenu narrow={narrow || phone} />
          {phone ? null : (
            <Button
              type="text"
              icon={
                narrow ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />
              }
              aria-label={narrow ? t('expand') : t('collapse')}
              aria-expanded={!narrow}
              onClick={() => setNarrow(!narrow)}
            />
          )}
        </div>
      </header>
      <WaitingLine />
      <main id="main" ref={main} className={styles['main']} tabIndex={-1}>
        <Outlet />
      </main>
      {phone ? <Menu items={menu.filter(item => !item.deskOnly)} narrow={false} /> : null}
    </div>
  )
}

/** A new page is read out from its beginning, not from the link that led to it. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    // Who walks a tree opens what it names without leaving it.
    if (document.activeElement?.closest('[data-keeps-focus]')) return
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

function Menu({ items, narrow }: { items: readonly DeskMenuItem[]; narrow: boolean }) {
  const t = deskTexts.useTexts()
  return (
    <nav className={styles['menu']} aria-label={t('mainMenu')}>
      {items.map(item => (
        <MenuLink key={item.path} item={item} narrow={narrow} />
      ))}
      <a className={styles['item']} href="/" title={narrow ? t('publicSite') : undefined}>
        <GlobalOutlined aria-hidden="true" />
        <span className={styles['word']}>{t('publicSite')}</span>
      </a>
    </nav>
  )
}

function MenuLink({ item, narrow }: { item: DeskMenuItem; narrow: boolean }) {
  const { t } = useTranslation(item.namespace)
  const Icon = item.icon
  const { pathname } = useLocation()
  const within = (item.holds ?? []).some(path => pathname.startsWith(path))
  return (
    <Tooltip title={narrow ? t(item.label) : null} placement="right">
      <Link
        to={item.path}
        className={styles['item']}
        data-within={within}
        activeOptions={{ includeSearch: false }}
      >
        <Icon aria-hidden="true" />
        <span className={styles['word']}>{t(item.label)}</span>
      </Link>
    </Tooltip>
  )
}
