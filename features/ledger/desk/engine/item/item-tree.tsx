import { ProgressBar } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { LedgerItem, LedgerItemRow } from '../../../contract/index.ts'
import { ItemLight, ItemStateTag } from '../item-words.tsx'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { partDone } from './item.progress.ts'
import { itemTexts } from './item.texts.ts'
import { useDayWords } from './use-item-words.ts'
import { useProgressWords } from './use-progress-words.ts'

/** What it is a part of, and its own parts with their lights and how far each is. */
export function ItemTree({ item: { parent, children } }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  if (parent === null && children.length === 0) return null
  return (
    <Card title={t('tree')}>
      {parent ? (
        <p className={styles['parent']}>
          <span className={styles['faint']}>{t('treeParent', { unit: parent.unitName })}</span>
          <Link to="/ledger-items/$id" params={{ id: parent.id }}>
            {parent.title}
          </Link>
        </p>
      ) : null}
      <ul className={styles['parts']}>
        {children.map(child => (
          <Part key={child.id} child={child} />
        ))}
      </ul>
    </Card>
  )
}

function Part({ child }: { readonly child: LedgerItemRow }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const { id, title, unitName, ownerName } = child
  const words = useProgressWords()(child)
  return (
    <li>
      <Link to="/ledger-items/$id" params={{ id }}>
        {unitName}
      </Link>
      <span className={styles['partTitle']}>{[title, ownerName].filter(Boolean).join(' · ')}</span>
      <span className={styles['partState']}>
        <ItemStateTag state={child.state} />
        <ItemLight light={child.light} />
        <span className={styles['faint']}>{t('due', { day: dayWords(child.dueDay) })}</span>
      </span>
      <span className={styles['progress']}>
        <span className={styles['faint']}>{words}</span>
        <ProgressBar part={partDone(child)} label={words} />
      </span>
    </li>
  )
}
