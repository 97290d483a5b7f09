import { usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { deskTexts } from './desk.texts.ts'
import styles from './layout.module.css'
import type { PlaceGroup } from './layout.places.ts'
import { Bell } from './notices/bell.tsx'
import { SearchAll } from './search-all/search-all.tsx'
import { UserMenu } from './user-menu.tsx'
import { WaitingLine } from './waiting-line.tsx'

/** Above every page: the one field that finds everything, what one was told, and oneself. */
export function Header({ groups }: { groups: readonly PlaceGroup[] }) {
  const t = deskTexts.useTexts()
  const phone = usePhone()
  return (
    <header className={styles['header']}>
      <WaitingLine />
      {phone ? (
        <Link to="/" className={styles['brand']} aria-label={t('product')}>
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={24} height={24} />
          <span>{t('product')}</span>
        </Link>
      ) : null}
      <SearchAll groups={groups} />
      <div className={styles['tools']}>
        <Bell />
        <UserMenu narrow={phone} />
      </div>
    </header>
  )
}
