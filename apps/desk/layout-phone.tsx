import { AppstoreOutlined, GlobalOutlined } from '@ant-design/icons'
import { useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useId, useState } from 'react'
import { deskTexts } from './desk.texts.ts'
import menuStyles from './layout.module.css'
import { barPlaces, type PlaceGroup, placeOf } from './layout.places.ts'
import styles from './layout-phone.module.css'
import { PlaceLink, PlaceList } from './layout-place.tsx'

/** At the foot of a phone: the few places of the person's roles, and all of them behind one button. */
export function PhoneBar({ groups }: { groups: readonly PlaceGroup[] }) {
  const t = deskTexts.useTexts()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  const few = barPlaces(groups)
  const here = placeOf(groups, pathname)
  const elsewhere = here !== null && !few.includes(here)
  return (
    <nav className={styles['bar']} aria-label={t('mainMenu')}>
      {few.map(item => (
        <PlaceLink key={item.path} item={item} groups={groups} />
      ))}
      <button
        type="button"
        className={menuStyles['item']}
        data-within={elsewhere}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <AppstoreOutlined aria-hidden="true" />
        {t('more')}
      </button>
      <Drawer
        open={open}
        placement="bottom"
        size="auto"
        title={t('allPlaces')}
        onClose={() => setOpen(false)}
      >
        {groups.map(group => (
          <SheetGroup key={group.group} group={group} groups={groups} onFollow={() => setOpen(false)} />
        ))}
        <a className={menuStyles['item']} href="/">
          <GlobalOutlined aria-hidden="true" />
          {t('publicSite')}
        </a>
      </Drawer>
    </nav>
  )
}

type SheetGroupProps = {
  readonly group: PlaceGroup
  readonly groups: readonly PlaceGroup[]
  readonly onFollow: () => void
}

function SheetGroup({ group: { group, items }, groups, onFollow }: SheetGroupProps) {
  const t = deskTexts.useTexts()
  const id = useId()
  return (
    <section className={styles['sheetGroup']}>
      <h3 id={id}>{t(`group.${group}`)}</h3>
      <PlaceList items={items} groups={groups} labelledBy={id} onFollow={onFollow} />
    </section>
  )
}
