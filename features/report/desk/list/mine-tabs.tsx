import { ListTabs, useHeldRoles } from '@jianbao/ui'
import type { MinePage, MineTab } from '../../contract/index.ts'
import { mineTabs } from '../../contract/index.ts'
import { reportTexts } from '../report.texts.ts'

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
    <ListTabs
      label={t('tabs')}
      chosen={tab ?? 'all'}
      onChoose={name => onTab(name === 'all' ? undefined : name)}
      tabs={(['all', ...shown] as const).map(name => ({
        tab: name,
        words: t(`tab.${name}`),
        count: counts?.[name],
        wanted: (name === 'returned' || name === 'sign') && (counts?.[name] ?? 0) > 0,
      }))}
    />
  )
}
