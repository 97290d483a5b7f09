import { ListSkeleton, ProblemNotice, useFocusBack, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { Tour } from '../../contract/index.ts'
import { answersQuery } from '../inspection.queries.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type AnswerDrawerProps = {
  readonly tour: Tour
  readonly question: string
  readonly value: string | undefined
  readonly onClose: () => void
}

/** The stops behind a number: who was answered so, by whom. */
export function AnswerDrawer({ tour, question, value, onClose }: AnswerDrawerProps) {
  const t = tourTexts.useTexts()
  const phone = usePhone()
  const answers = useQuery(answersQuery(tour.id, value === undefined ? { question } : { question, value }))
  useFocusBack()
  const asked = tour.checklist.find(({ id }) => id === question)
  const said = (words: string | number) =>
    asked?.kind === 'yes-no' && (words === 'yes' || words === 'no') ? t(words) : String(words)
  const title = value === undefined ? (asked?.text ?? '') : `${asked?.text ?? ''}：${said(value)}`
  return (
    <Drawer open size={phone ? '100%' : 480} title={title} onClose={onClose}>
      {answers.error ? <ProblemNotice error={answers.error} onRetry={() => void answers.refetch()} /> : null}
      {answers.isPending ? <ListSkeleton rows={6} /> : null}
      {answers.data?.rows.length === 0 ? <p className={styles['note']}>{t('answersNone')}</p> : null}
      <ul className={styles['answers']} aria-label={title}>
        {answers.data?.rows.map(row => (
          <li key={row.stopId}>
            <Link to="/stops/$id" params={{ id: row.stopId }}>
              {row.unitName}
            </Link>
            <span>
              {said(row.value)}
              {asked?.measure ?? ''}
            </span>
            <span className={styles['faint']}>{`${row.day} · ${row.byName}`}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
