import type { DeskMenuItem } from '@jianbao/ui'
import { Link, useLocation } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './layout.module.css'
import { type PlaceGroup, placeOf } from './layout.places.ts'

type PlaceListProps = {
  readonly items: readonly DeskMenuItem[]
  readonly groups: readonly PlaceGroup[]
  /** Id of the words that name the group. */
  readonly labelledBy: string
  readonly narrow?: boolean
  readonly onFollow?: () => void
}

/** The places of one group. */
export function PlaceList({ items, labelledBy, ...link }: PlaceListProps) {
  return (
    <ul aria-labelledby={labelledBy}>
      {items.map(item => (
        <li key={item.path}>
          <PlaceLink item={item} {...link} />
        </li>
      ))}
    </ul>
  )
}

type PlaceLinkProps = {
  readonly item: DeskMenuItem
  readonly groups: readonly PlaceGroup[]
  readonly narrow?: boolean
  readonly onFollow?: () => void
}

/** A place of the menu; it says when one is there, also on the pages behind it. */
export function PlaceLink({ item, groups, narrow = false, onFollow }: PlaceLinkProps) {
  const { t } = useTranslation(item.namespace)
  const Icon = item.icon
  const { pathname } = useLocation()
  return (
    <Tooltip title={narrow ? t(item.label) : null} placement="right">
      <Link
        to={item.path}
        className={styles['item']}
        data-within={placeOf(groups, pathname) === item}
        activeOptions={{ exact: true, includeSearch: false }}
        {...(onFollow ? { onClick: onFollow } : {})}
      >
        <Icon aria-hidden="true" />
        <span className={styles['word']}>{t(item.label)}</span>
      </Link>
    </Tooltip>
  )
}
