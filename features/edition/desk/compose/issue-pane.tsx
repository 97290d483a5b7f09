import { remember, remembered, useMemory } from '@jianbao/ui'
import { Button } from 'antd'
import type { EditionItem } from '../../contract/index.ts'
import { ColumnSection } from './column-section.tsx'
import { composeTexts } from './compose.texts.ts'
import type { IssueProps } from './compose.types.ts'
import styles from './issue.module.css'
import { titleOf } from './use-compose-acts.tsx'

/** The issue as it stands: its columns in order with their items. */
export function IssuePane(props: IssueProps) {
  const t = composeTexts.useTexts()
  const { edition, mayEdit } = props
  return (
    <>
      {mayEdit ? <GoneBanner {...props} /> : null}
      {edition.columns.map(column => (
        <ColumnSection
          key={column.key}
          {...props}
          column={column}
          items={edition.content.filter(({ columnKey }) => columnKey === column.key)}
        />
      ))}
      {mayEdit ? <p className={styles['keys']}>{t('keys')}</p> : null}
    </>
  )
}

const keptKey = (editionId: string): string => `jianbao.kept.${editionId}`

/** Reports that were withdrawn while what was made of them stands here: nothing goes by itself. */
function GoneBanner({ edition, acts }: IssueProps) {
  const t = composeTexts.useTexts()
  const kept = useMemory(() => remembered(keptKey(edition.id)) ?? '').split(',')
  const gone = edition.content.filter(item => goneOf(item).length > 0 && !kept.includes(item.id))
  if (gone.length === 0) return null
  return (
    <section className={styles['banner']} role="alert">
      <p>{t('gone', { count: gone.length })}</p>
      <ul>
        {gone.map(item => {
          const title = titleOf(item, t('brief'))
          const units = goneOf(item).join('、')
          return (
            <li key={item.id}>
              <span>{t('goneItem', { title, units })}</span>
              <Button
                size="small"
                onClick={() => remember(keptKey(edition.id), [...kept, item.id].filter(Boolean).join(','))}
              >
                {t('keepText')}
              </Button>
              <Button size="small" danger onClick={() => void acts.remove(item)}>
                {t('takeOut')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const goneOf = ({ sources }: EditionItem): string[] =>
  sources.filter(({ now }) => now === 'gone').map(({ unitName }) => unitName)
