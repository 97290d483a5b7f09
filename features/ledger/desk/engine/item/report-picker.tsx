import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { ReportStateTag } from '@jianbao/report/desk/parts'
import { ListSkeleton, ProblemNotice, SearchField, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Checkbox } from 'antd'
import { useState } from 'react'
import type { LedgerItem } from '../../../contract/index.ts'
import styles from './item.module.css'
import { proofChoicesQuery } from './item.queries.ts'
import { itemTexts } from './item.texts.ts'
import { useDeed } from './use-deed.ts'

type ReportPickerProps = { readonly item: LedgerItem; readonly onClose: () => void }

/** Reports of the unit that were sent in, those of the same task first. */
export function ReportPicker({ item, onClose }: ReportPickerProps) {
  const t = itemTexts.useTexts()
  const { message } = App.useApp()
  const { run, overtaken } = useDeed(item)
  const sending = useSending(onClose)
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const ofTask = useQuery({
    ...proofChoicesQuery(item.unitId, q, item.taskId),
    enabled: item.taskId !== null,
  })
  const all = useQuery(proofChoicesQuery(item.unitId, q, null))
  const known = new Set(
    item.proof.flatMap(one => (one.withdrawnAt === null && one.reportId ? [one.reportId] : [])),
  )
  const first = item.taskId === null ? [] : (ofTask.data?.rows ?? [])
  const rows = [...first, ...(all.data?.rows ?? []).filter(row => !first.some(({ id }) => id === row.id))]
  const pending = all.isPending || (item.taskId !== null && ofTask.isPending)
  return (
    <FormDrawer
      title={t('chooseReports')}
      save={chosen.length > 0 ? t('addChosen', { count: chosen.length }) : t('chosenNone')}
      cancel={t('cancel')}
      overtaken={overtaken}
      sending={sending}
      onClose={onClose}
      onSend={() => {
        if (chosen.length === 0) return
        void sending.send(async () => {
          await run((acts, version) => acts.prove({ version, reportIds: chosen }))
          void message.success(t('provedReports', { count: chosen.length }))
        })
      }}
    >
      <p className={styles['note']}>{t(item.taskId === null ? 'chooseHint' : 'chooseHintTask')}</p>
      <SearchField value={q} label={t('searchReports')} onSearch={setQ} />
      {all.error ? <ProblemNotice error={all.error} onRetry={() => void all.refetch()} /> : null}
      {pending ? <ListSkeleton rows={5} /> : null}
      {!pending && rows.length === 0 ? (
        <div className={styles['none']}>
          <strong>{t('noReports')}</strong>
          <p className={styles['note']}>{t('noReportsWords')}</p>
          <Link to="/reports/new">{t('writeReport')}</Link>
        </div>
      ) : null}
      <ul className={styles['choices']}>
        {rows.map(({ id, title, state, unitName, startDay, taskId }) => (
          <li key={id}>
            <Checkbox
              checked={known.has(id) || chosen.includes(id)}
              disabled={known.has(id)}
              onChange={event =>
                setChosen(event.target.checked ? [...chosen, id] : chosen.filter(one => one !== id))
              }
            >
              <span className={styles['choiceTitle']}>{title}</span>
            </Checkbox>
            <span className={styles['proofFacts']}>
              <ReportStateTag state={state} />
              <span>{[unitName, startDay].filter(Boolean).join(' · ')}</span>
              {item.taskId !== null && taskId === item.taskId ? <span>{t('sameTask')}</span> : null}
              {known.has(id) ? <span>{t('alreadyProof')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </FormDrawer>
  )
}
