import { unitKinds } from '@jianbao/organisation/contract'
import { UnitFilter } from '@jianbao/organisation/desk'
import { type FilterChange, usePhone, ViewMenu } from '@jianbao/ui'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { type ItemFilter, itemGroups, itemLights, ledgerKinds } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { noFilters } from '../list/list-search.ts'
import { viewTexts } from './view.texts.ts'
import { countSet } from './view-search.ts'
import styles from './views.module.css'

type Change = FilterChange<ItemFilter> & { readonly columnPage?: undefined }
type ViewFiltersProps = {
  readonly filters: ItemFilter
  readonly underName: string | null | undefined
  readonly onChange: (change: Change) => void
  /** Switches of the view itself. */
  readonly children?: ReactNode
}

/** The filters of the list that say most in a view; on a phone folded away. */
export function ViewFilters({ filters, underName, onChange, children }: ViewFiltersProps) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const set = countSet(filters)
  const choose = (change: FilterChange<ItemFilter>) => onChange({ ...change, columnPage: undefined })
  const select = <Value extends string>(
    name: 'kind' | 'unitKind' | 'light' | 'group',
    label: string,
    any: string,
    options: readonly { value: Value; label: string }[],
  ) => (
    <Select
      className={styles['select'] ?? ''}
      aria-label={label}
      value={filters[name] ?? ''}
      onChange={value => choose({ [name]: value === '' ? undefined : value } as FilterChange<ItemFilter>)}
      options={[{ value: '', label: any }, ...options]}
    />
  )
  return (
    <search className={styles['bar']}>
      {phone ? (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {set > 0 ? t('filtersSet', { count: set }) : t('filters')}
        </Button>
      ) : null}
      {open || !phone ? (
        <>
          <UnitFilter
            name={filters.under ? (underName ?? '') : null}
            onChange={unit => choose({ under: unit?.id })}
          />
          {select(
            'kind',
            t('kindFilter'),
            t('anyKind'),
            ledgerKinds.map(kind => ({ value: kind, label: words(`kind.${kind}`) })),
          )}
          {select(
            'unitKind',
            t('unitKindFilter'),
            t('anyUnitKind'),
            unitKinds.map(kind => ({ value: kind, label: t(`unit.${kind}`) })),
          )}
          {select(
            'light',
            t('lightFilter'),
            t('anyLight'),
            itemLights.map(light => ({
              value: light,
              label: `${words(`lamp.${light}`)} · ${words(`light.${light}`)}`,
            })),
          )}
          {select(
            'group',
            t('groupFilter'),
            t('anyGroup'),
            itemGroups.map(group => ({ value: group, label: words(`group.${group}`) })),
          )}
          {set > 0 ? (
            <Button onClick={() => choose({ ...noFilters, group: undefined, as: undefined })}>
              {t('clear')}
            </Button>
          ) : null}
          {phone ? null : <ViewMenu />}
        </>
      ) : null}
      {children}
    </search>
  )
}
