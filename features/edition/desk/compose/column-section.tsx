import { PlusOutlined } from '@ant-design/icons'
import { useDroppable } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { usePhone } from '@jianbao/ui'
import { Button } from 'antd'
import type { EditionItem, SeriesColumn } from '../../contract/index.ts'
import cardStyles from './card.module.css'
import styles from './compose.module.css'
import { composeTexts } from './compose.texts.ts'
import type { IssueProps } from './compose.types.ts'
import issueStyles from './issue.module.css'
import { ItemCard } from './item-card.tsx'

type SectionProps = IssueProps & { readonly column: SeriesColumn; readonly items: readonly EditionItem[] }

/** One column of the issue, where reports and items are dropped. */
export function ColumnSection(props: SectionProps) {
  const { column, items, edition, acts, mayEdit, onOpen } = props
  const t = composeTexts.useTexts()
  const phone = usePhone()
  const drop = useDroppable({
    id: `column ${column.key}`,
    data: { kind: 'column', id: column.key, title: column.name },
    disabled: !mayEdit,
  })
  const write = async () => {
    const text = {
      kind: 'article' as const,
      headline: '',
      subtitle: '',
      contributor: '',
      doc: { type: 'doc' as const, content: [] },
    }
    const draft = { columnKey: column.key, before: null, adoptionIds: [], apart: false, text }
    const [made] = await acts.add(draft)
    if (made) onOpen(made.id)
  }
  return (
    <section
      ref={drop.setNodeRef}
      className={issueStyles['column']}
      data-over={drop.isOver}
      aria-label={column.name}
    >
      <header className={issueStyles['columnHead']}>
        <h2>{column.name}</h2>
        <Rule column={column} count={items.length} />
        {mayEdit ? (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden="true" />}
            aria-label={t('newItemIn', { column: column.name })}
            disabled={acts.busy}
            onClick={() => void write()}
          >
            {t('newItem')}
          </Button>
        ) : null}
      </header>
      <SortableContext items={items.map(({ id }) => `item ${id}`)} strategy={verticalListSortingStrategy}>
        <ul className={cardStyles['cards']} aria-label={t('columnItems', { column: column.name })}>
          {items.map(item => (
            <ItemCard key={item.id} {...props} item={item} columns={edition.columns} />
          ))}
        </ul>
      </SortableContext>
      {items.length === 0 && mayEdit ? (
        <p className={styles['nothing']}>{t(phone ? 'emptyColumnPhone' : 'emptyColumn')}</p>
      ) : null}
    </section>
  )
}

/** What the series says about the column, and whether it is kept. */
function Rule({ column, count }: { column: SeriesColumn; count: number }) {
  const t = composeTexts.useTexts()
  const { rule, name, min } = column
  const max = rule === 'single' ? 1 : column.max
  if (rule === 'single' && count > 1)
    return <p className={issueStyles['broken']}>{t('ruleSingleOver', { column: name, count })}</p>
  if (max !== null && count > max)
    return <p className={issueStyles['broken']}>{t('overMax', { count: count - max })}</p>
  if (min !== null && count > 0 && count < min)
    return <p className={issueStyles['broken']}>{t('underMin', { count: min - count })}</p>
  const hints = [
    rule === 'single' ? t('ruleSingle') : null,
    rule === 'briefs' ? t('ruleBriefs') : null,
    rule !== 'single' && min !== null && min > 0 ? t('ruleMin', { min }) : null,
    rule !== 'single' && max !== null ? t('ruleMax', { max }) : null,
  ].filter(Boolean)
  return <p className={issueStyles['rule']}>{hints.join(' · ')}</p>
}
