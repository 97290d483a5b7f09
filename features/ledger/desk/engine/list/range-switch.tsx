import { useHeldRoles } from '@jianbao/ui'
import { Segmented } from 'antd'
import { type ItemRange, itemRanges, partRoles } from '../../../contract/index.ts'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'

type RangeSwitchProps = {
  readonly range: ItemRange
  readonly onChange: (range: ItemRange | undefined) => void
}

const rolesOf: Readonly<Partial<Record<ItemRange, readonly string[]>>> = {
  unit: partRoles.unit,
  keeper: partRoles.keeper,
  // Where work that waits leads an inspector; for whoever keeps items too, it is much the same.
  checker: [],
}

/** Whose items are listed: those the caller's roles make a difference for, and whichever was come to. */
export function RangeSwitch({ range, onChange }: RangeSwitchProps) {
  const t = listTexts.useTexts()
  const held: readonly string[] = useHeldRoles()
  const ranges = itemRanges.filter(
    one => one === range || (rolesOf[one]?.some(role => held.includes(role)) ?? true),
  )
  return (
    <Segmented
      className={styles['switch'] ?? ''}
      aria-label={t('as')}
      value={range}
      options={ranges.map(value => ({ value, label: t(`as.${value}`) }))}
      onChange={as => onChange(as === 'own' ? undefined : as)}
    />
  )
}
