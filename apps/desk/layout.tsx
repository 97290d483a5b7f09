import { useHeldRoles, usePhone } from '@jianbao/ui'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { deskTexts } from './desk.texts.ts'
import styles from './layout.module.css'
import { groupPlaces } from './layout.places.ts'
import { Header } from './layout-header.tsx'
import { PhoneBar } from './layout-phone.tsx'
import { SideMenu } from './layout-side.tsx'
import { rooms } from './rooms.ts'
import { useNarrow } from './use-narrow.ts'

const menu = rooms.flatMap(room => room.menu)

/** On a desk the menu at the left and a header above the page; on a phone a header and a bar at the foot. */
export function Layout() {
  const t = deskTexts.useTexts()
  const phone = usePhone()
  const roles = useHeldRoles()
  const groups = useMemo(() => groupPlaces(menu, roles), [roles])
  const [narrow, setNarrow] = useNarrow()
  const main = useMainFocus()
  return (
    <div className={styles['frame']} data-narrow={narrow && !phone}>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      {phone ? null : <SideMenu groups={groups} narrow={narrow} onNarrow={setNarrow} />}
      <Header groups={groups} />
      <main id="main" ref={main} className={styles['main']} tabIndex={-1}>
        <Outlet />
      </main>
      {phone ? <PhoneBar groups={groups} /> : null}
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
