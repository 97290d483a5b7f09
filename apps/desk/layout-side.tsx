import { GlobalOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useId } from 'react'
import { deskTexts } from './desk.texts.ts'
import styles from './layout.module.css'
import type { PlaceGroup } from './layout.places.ts'
import { PlaceList } from './layout-place.tsx'

type SideMenuProps = {
  readonly groups: readonly PlaceGroup[]
  readonly narrow: boolean
  readonly onNarrow: (narrow: boolean) => void
}

/** The menu of a desk, grouped as the work is. */
export function SideMenu({ groups, narrow, onNarrow }: SideMenuProps) {
  const t = deskTexts.useTexts()
  return (
    <nav className={styles['side']} aria-label={t('mainMenu')}>
      <Link to="/" className={styles['brand']} aria-label={t('product')}>
        <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={24} height={24} />
        <span className={styles['word']}>{t('product')}</span>
      </Link>
      <div className={styles['groups']}>
        {groups.map(group => (
          <MenuGroup key={group.group} group={group} groups={groups} narrow={narrow} />
        ))}
      </div>
      <div className={styles['foot']}>
        <Tooltip title={narrow ? t('publicSite') : null} placement="right">
          <a className={styles['item']} href="/">
            <GlobalOutlined aria-hidden="true" />
            <span className={styles['word']}>{t('publicSite')}</span>
          </a>
        </Tooltip>
        <Button
          type="text"
          icon={narrow ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />}
          aria-label={narrow ? t('expand') : t('collapse')}
          aria-expanded={!narrow}
          onClick={() => onNarrow(!narrow)}
        />
      </div>
    </nav>
  )
}

type MenuGroupProps = {
  readonly group: PlaceGroup
  readonly groups: readonly PlaceGroup[]
  readonly narrow: boolean
}

function MenuGroup({ group: { group, items }, groups, narrow }: MenuGroupProps) {
  const t = deskTexts.useTexts()
  const id = useId()
  return (
    <div className={styles['group']}>
      {/* The first place of the work bears the group's own name. */}
      <p id={id} className={styles['groupName']} hidden={group === 'work'}>
        {t(`group.${group}`)}
      </p>
      <PlaceList items={items} groups={groups} labelledBy={id} narrow={narrow} />
    </div>
  )
}
