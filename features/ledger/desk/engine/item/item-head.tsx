import { BackToList, PageHeader } from '@jianbao/ui'
import type { ItemAction, LedgerItem } from '../../../contract/index.ts'
import { ItemLight, ItemStateTag } from '../item-words.tsx'
import { DeedBar } from './deed-bar.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { useDaysWords, useDayWords } from './use-item-words.ts'

type ItemHeadProps = { readonly item: LedgerItem; readonly onDeed: (action: ItemAction) => void }

/** What is looked at first: what it is, whose, how it stands, how long it has, and the one thing to do. */
export function ItemHead({ item, onDeed }: ItemHeadProps) {
  const t = itemTexts.useTexts()
  const daysWords = useDaysWords()
  const dayWords = useDayWords()
  const days = daysWords(item)
  return (
    <div className={styles['head']}>
      <PageHeader
        title={item.title}
        back={<BackToList to="/ledgers">{t('back')}</BackToList>}
        note={[item.code, item.ledgerName, item.unitName].filter(Boolean).join(' · ')}
        actions={<DeedBar item={item} onDeed={onDeed} />}
      />
      <p className={styles['standing']} data-light={item.light ?? 'none'}>
        <ItemStateTag state={item.state} />
        <ItemLight light={item.light} />
        {days ? <strong className={styles['days']}>{days}</strong> : null}
        <span className={styles['faint']}>{t('due', { day: dayWords(item.dueDay) })}</span>
        <Next item={item} />
      </p>
    </div>
  )
}

/** Whose turn it is. */
function Next({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const own = item.hindered.some(({ action, why }) => action === 'approve' && why === 'own')
  const values = { unit: item.unitName, keeper: item.keeperName, owner: item.ownerName }
  const words = () => {
    if (item.asked) return t('next.asked', values)
    if (item.state === 'doing') return t(item.ownerName ? 'next.doingOwner' : 'next.doing', values)
    if (item.state === 'closed' && item.recheckDay)
      return t('next.closedRecheck', { day: dayWords(item.recheckDay) })
    return t(`next.${item.state}`, values)
  }
  return <span className={styles['next']}>{own ? t('hinder.own') : words()}</span>
}
