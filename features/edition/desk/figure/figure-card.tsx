import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { type FigureAttrs, printFigure, saysFigure } from '../../contract/index.ts'
import styles from './figure.module.css'
import { resolvedQuery } from './figure.queries.ts'
import { figureTexts } from './figure.texts.ts'
import { definitionWords } from './figure-words.ts'
import { OriginList } from './origin-list.tsx'

type FigureCardProps = {
  readonly editionId: string
  readonly figure: FigureAttrs
  readonly readOnly: boolean
  readonly onShown: (shown: string) => void
  readonly onAsText: () => void
}

/** Where a number comes from: its definition, the reports, and whether they still say it. */
export function FigureCard({ editionId, figure, readOnly, onShown, onAsText }: FigureCardProps) {
  const t = figureTexts.useTexts()
  const { op, measure, sources, shown } = figure
  const { data, isPending } = useQuery(resolvedQuery(editionId, { op, measure, sources }))
  if (isPending)
    return <Skeleton active={true} title={false} paragraph={{ rows: 2 }} className={styles['card'] ?? ''} />
  const fresh = data && !saysFigure(shown, data) ? printFigure(data) : null
  return (
    <div className={styles['card']}>
      {data ? <p>{definitionWords(t, data)}</p> : <p className={styles['warn']}>{t('state.gone')}</p>}
      {fresh ? <p className={styles['warn']}>{t('nowSays', { value: fresh, shown })}</p> : null}
      {data ? <OriginList origins={data.origins} /> : null}
      {readOnly ? null : (
        <div className={styles['filters']}>
          {fresh ? (
            <Button size="small" type="primary" onClick={() => onShown(fresh)}>
              {t('update', { fresh })}
            </Button>
          ) : null}
          <Button size="small" onClick={onAsText}>
            {t('asText')}
          </Button>
        </div>
      )}
    </div>
  )
}
