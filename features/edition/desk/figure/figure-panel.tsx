import { EmptyState, ListSkeleton, ProblemNotice, StateTag, type Tone, useProblemText } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import {
  type Edition,
  type EditionFigure,
  type EditionFigures,
  type LooseNumber,
  printFigure,
} from '../../contract/index.ts'
import { putContent } from '../edition.queries.ts'
import type { JumpPlace } from '../editor/item-editor.types.ts'
import styles from './figure.module.css'
import { figuresQuery, refreshFigures } from './figure.queries.ts'
import { figureTexts } from './figure.texts.ts'
import { definitionWords } from './figure-words.ts'
import { OriginList } from './origin-list.tsx'

export type FigurePanelProps = {
  readonly edition: Edition
  readonly onJump?: ((place: JumpPlace) => void) | undefined
}

const tones: Record<EditionFigure['state'], Tone> = {
  gone: 'bad',
  worded: 'bad',
  changed: 'doubt',
  same: 'good',
}

/** All numbers of an issue with the reports they come from; those that need somebody first. */
export function FigurePanel({ edition, onJump }: FigurePanelProps) {
  const t = figureTexts.useTexts()
  const query = useQuery(figuresQuery(edition.id, edition.version))
  if (query.error && !query.data)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <ListSkeleton rows={5} />
  const { figures, loose } = query.data
  if (figures.length === 0 && loose.length === 0) return <EmptyState title={t('empty')} />
  return (
    <section className={styles['panel']} aria-label={t('title')} aria-busy={query.isFetching}>
      <Referenced edition={edition} found={query.data} onJump={onJump} />
      {loose.length > 0 ? <Loose loose={loose} onJump={onJump} /> : null}
    </section>
  )
}

type ReferencedProps = FigurePanelProps & { readonly found: EditionFigures }

function Referenced({ edition, found, onJump }: ReferencedProps) {
  const t = figureTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const may = edition.actions.includes('edit')
  const stale = found.figures.filter(
    ({ fresh, shown, state }) => state !== 'same' && fresh && fresh !== shown,
  )
  const renew = async (figures: readonly EditionFigure[]) => {
    setBusy(true)
    try {
      const named = figures.map(({ itemId, id }) => ({ itemId, id }))
      putContent(
        client,
        edition.id,
        await refreshFigures(edition.id, { version: edition.version, figures: named }),
      )
      void message.success(t('updated'))
    } catch (error) {
      void message.error(text(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <header className={styles['head']}>
        <h2>{t('figuresTitle', { count: found.figures.length })}</h2>
        {may && stale.length > 1 ? (
          <Button size="small" loading={busy} onClick={() => void renew(stale)}>
            {t('updateAll', { count: stale.length })}
          </Button>
        ) : null}
      </header>
      <ul className={styles['list']}>
        {found.figures.map(figure => (
          <li key={`${figure.itemId} ${figure.id}`} className={styles['row']} data-state={figure.state}>
            <div className={styles['head']}>
              <button type="button" className={styles['number']} onClick={() => onJump?.(placeOf(figure))}>
                {figure.shown}
              </button>
              <StateTag tone={tones[figure.state]}>{t(`state.${figure.state}`)}</StateTag>
              {may && stale.includes(figure) ? (
                <Button size="small" type="primary" disabled={busy} onClick={() => void renew([figure])}>
                  {t('update', { fresh: figure.fresh ?? '' })}
                </Button>
              ) : null}
            </div>
            <p>
              {figure.headline || t('brief')}
              {' · '}
              {definitionWords(t, figure)}
            </p>
            {figure.state === 'same' ? null : (
              <p>
                {t('wrote', { value: printFigure(figure) })}
                {figure.now ? `，${t('now', { value: printFigure(figure.now) })}` : null}
              </p>
            )}
            <details open={figure.state !== 'same'}>
              <summary>{t('showSources', { count: figure.origins.length })}</summary>
              <OriginList origins={figure.origins} />
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}

const placeOf = ({ itemId, block }: EditionFigure): JumpPlace =>
  block === null ? { itemId } : { itemId, block }

function Loose({
  loose,
  onJump,
}: Pick<FigurePanelProps, 'onJump'> & { readonly loose: readonly LooseNumber[] }) {
  const t = figureTexts.useTexts()
  return (
    <>
      <h2>{t('looseTitle', { count: loose.length })}</h2>
      <p>{t('looseNote')}</p>
      <ul className={styles['list']}>
        {loose.map(({ itemId, headline, block, start, end, surface }) => (
          <li key={`${itemId} ${block} ${start}`} className={styles['looseRow']}>
            <button
              type="button"
              className={styles['number']}
              data-loose={true}
              onClick={() => onJump?.({ itemId, block, start, end })}
            >
              {surface}
            </button>
            <span>{headline || t('brief')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
