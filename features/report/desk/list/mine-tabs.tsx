import { useHeldRoles } from '@jianbao/ui'
import type { MinePage, MineTab } from '../../contract/index.ts'
import { mineTabs } from '../../contract/index.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './mine.module.css'

type MineTabsProps = {
  readonly tab: MineTab | undefined
  readonly counts: MinePage['counts'] | undefined
  readonly onTab: (tab: MineTab | undefined) => void
}

/** States with how many stand in each; who signs sees what waits for them, others what waits for a signature. */
export function MineTabs({ tab, counts, onTab }: MineTabsProps) {
  const t = reportTexts.useTexts()
  const signs = useHeldRoles().includes('unit-lead')
  const others = mineTabs.filter(name => name !== 'sign' && (!signs || name !== 'review' || name === tab))
  const shown: readonly MineTab[] = signs || tab === 'sign' ? ['sign', ...others] : others
  return (
    <nav className={styles['tabs']} aria-label={t('tabs')}>
      {([undefined, ...shown] as const).map(name => (
        <button
          key={name ?? 'all'}
          type="button"
          aria-current={name === tab}
          onClick={() => onTab(name)}
          data-wants={(name === 'returned' || name === 'sign') && (counts?.[name] ?? 0) > 0}
        >
          {t(`tab.${name ?? 'all'}`)} <span>{counts?.[name ?? 'all'] ?? ''}</span>
        </button>
      ))}
    </nav>
  )
}
