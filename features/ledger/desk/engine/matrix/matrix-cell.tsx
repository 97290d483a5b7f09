import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ItemFilter, LightTally, MatrixTally } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { ItemLight, LightShape } from '../item-words.tsx'
import { viewTexts } from '../views/view.texts.ts'
import styles from './matrix.module.css'

const worstFirst = ['red', 'yellow', 'blue', 'green'] as const
/** What opens a list that goes by no tab. */
export const listOf = (filter: ItemFilter) => ({ ...filter, group: filter.group ?? ('all' as never) })

/** 红灯 2 项，办结 5 项: what a tally says in words. */
export function useTallyWords(): (tally: LightTally) => string {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  return tally =>
    [
      ...worstFirst
        .filter(light => tally[light] > 0)
        .map(light => `${words(`light.${light}`)} ${tally[light]}`),
      ...(tally.done > 0 ? [`${t('done')} ${tally.done}`] : []),
      ...(tally.before > 0 ? [`${t('before')} ${tally.before}`] : []),
    ].join(' ')
}

type MatrixCellProps = {
  readonly cell: MatrixTally
  readonly filter: ItemFilter
  readonly unit: string
  readonly matter: string
}

/** One item opens its page, several the list of them. */
export function MatrixCell({ cell, filter, unit, matter }: MatrixCellProps) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const tallyWords = useTallyWords()
  const { item, ...tally } = cell
  if (!item)
    return (
      <Link
        to="/ledgers"
        search={listOf(filter)}
        className={styles['open']}
        title={t('cellWords', { unit, matter, words: tallyWords(tally) })}
      >
        <TallyMarks tally={tally} />
      </Link>
    )
  const light = worstFirst.find(each => tally[each] > 0) ?? null
  const state = words(`state.${item.state}`)
  const said = light ? `${words(`light.${light}`)} ${state}` : state
  return (
    <Link
      to="/ledger-items/$id"
      params={{ id: item.id }}
      className={styles['open']}
      title={t('cellWords', { unit, matter, words: said })}
    >
      {light ? (
        <ItemLight
          light={light}
          word={light === 'green' ? state : words(`light.${light}`)}
          plain={light === 'green'}
        />
      ) : (
        <span className={styles['quiet']} data-done={tally.done > 0}>
          {state}
        </span>
      )}
    </Link>
  )
}

/** Each light with how many have it, the worst first; what is done and what is to come in grey. */
export function TallyMarks({ tally }: { readonly tally: LightTally }) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  return (
    <span className={styles['marks']}>
      {worstFirst.map(light =>
        tally[light] > 0 ? (
          <span key={light} className={styles['mark']} title={words(`light.${light}`)}>
            <LightShape light={light} />
            <span className={styles['hidden']}>{words(`light.${light}`)}</span>
            {formatCount(tally[light])}
          </span>
        ) : null,
      )}
      {tally.done > 0 ? (
        <span className={styles['quiet']} data-done="true">{`${t('done')} ${formatCount(tally.done)}`}</span>
      ) : null}
      {tally.before > 0 ? (
        <span className={styles['quiet']}>{`${t('before')} ${formatCount(tally.before)}`}</span>
      ) : null}
    </span>
  )
}
