import { type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { bankQuestionOrders, difficulties, type QuestionPage, questionTypes } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'
import type { QuestionSearch } from './bank-search.ts'

type QuestionFiltersProps = {
  readonly filters: QuestionSearch
  readonly page: QuestionPage | undefined
  readonly onChange: (change: FilterChange<QuestionSearch>) => void
  readonly searchRef: Ref<InputRef>
}

const bare = ' '

export function QuestionFilters({ filters, page, onChange, searchRef }: QuestionFiltersProps) {
  const t = bankTexts.useTexts()
  const set = [filters.type, filters.category ?? filters.bare, filters.difficulty].filter(Boolean).length
  const categories = page?.categories ?? []
  const select = styles['select'] ?? ''
  return (
    <FoldingFilters
      words={filters.q}
      label={t('searchQuestions')}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      className={styles['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      <Select
        className={select}
        aria-label={t('typeFilter')}
        value={filters.type ?? ''}
        onChange={type => onChange({ type: questionTypes.find(its => its === type) })}
        options={[
          { value: '', label: t('allTypes') },
          ...questionTypes.map(value => ({ value, label: t(`type.${value}`) })),
        ]}
      />
      <Select
        showSearch
        className={select}
        aria-label={t('categoryFilter')}
        value={filters.category ?? (filters.bare ? bare : '')}
        onChange={chosen =>
          onChange({
            category: chosen.trim() || undefined,
            bare: chosen === bare ? '1' : undefined,
          })
        }
        options={[
          { value: '', label: t('allCategories') },
          ...categories.map(({ category, questions: count }) => ({
            value: category || bare,
            label: t('categoryCount', { category: category || t('noCategory'), count }),
          })),
        ]}
      />
      <Select
        className={select}
        aria-label={t('difficultyFilter')}
        value={filters.difficulty ?? ''}
        onChange={difficulty => onChange({ difficulty: difficulties.find(its => its === difficulty) })}
        options={[
          { value: '', label: t('allDifficulties') },
          ...difficulties.map(value => ({ value, label: t(`difficulty.${value}`) })),
        ]}
      />
      <Select
        className={select}
        aria-label={t('orderFilter')}
        value={filters.order ?? 'written'}
        onChange={order => onChange({ order: order === 'written' ? undefined : order })}
        options={bankQuestionOrders.map(value => ({ value, label: t(`order.${value}`) }))}
      />
      <ViewMenu />
    </FoldingFilters>
  )
}
