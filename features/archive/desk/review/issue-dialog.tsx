import { FormField } from '@jianbao/ui'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { ReviewEdit } from '../../contract/index.ts'
import type { Reading } from '../reading.marks.ts'
import { DaysRead } from './date-dialog.tsx'
import styles from './dialog.module.css'
import { dialogTexts } from './dialog.texts.ts'
import { DialogFrame, type DialogProps } from './dialog-frame.tsx'
import { readDays } from './read-days.ts'

type IssueDialogProps = DialogProps & { readonly at: number; readonly reading: Reading }

/** What the issue says about itself; only what was changed is sent. */
export function IssueDialog({ at, reading, ...frame }: IssueDialogProps) {
  const t = dialogTexts.useTexts()
  const [series, setSeries] = useState(reading.series?.name ?? '')
  const [issueNo, setIssueNo] = useState(reading.issueNo === null ? '' : String(reading.issueNo))
  const [special, setSpecial] = useState(reading.special)
  const [publisher, setPublisher] = useState(reading.publisher ?? '')
  const [date, setDate] = useState(reading.date ?? '')
  const days = readDays(date, Number(reading.date?.slice(0, 4)) || null)
  const day = days && days.start === days.end ? days.start : null
  const number = issueNo.normalize('NFKC').replace(/[第期\s]/g, '')
  const numberReads = /^\d{0,6}$/.test(number) && number !== '0'
  const dateReads = date.trim() === '' || day !== null
  const build = (): ReviewEdit | null => {
    if (!numberReads || !dateReads) return null
    const no = number === '' ? null : Number(number)
    const newDay = date.trim() === '' ? null : day
    return {
      act: 'set-issue',
      reading: at,
      ...(series.trim() === (reading.series?.name ?? '') ? {} : { series: series.trim() || null }),
      ...(no === reading.issueNo ? {} : { issueNo: no }),
      ...(special === reading.special ? {} : { special }),
      ...(publisher.trim() === (reading.publisher ?? '') ? {} : { publisher: publisher.trim() || null }),
      ...(newDay === reading.date ? {} : { date: newDay }),
    }
  }
  return (
    <DialogFrame {...frame} title={t('title.issue')} build={build}>
      <FormField label={t('series')} hint={t('emptyIs')}>
        <Input type="text" value={series} maxLength={400} onChange={e => setSeries(e.target.value)} />
      </FormField>
      <div className={styles['pair']}>
        <FormField label={t('issueNo')} problem={numberReads ? null : t('valueUnread')}>
          <Input type="text" value={issueNo} maxLength={12} onChange={e => setIssueNo(e.target.value)} />
        </FormField>
        <FormField label={t('date')} problem={dateReads ? null : t('daysUnread')}>
          <Input type="text" value={date} maxLength={40} onChange={e => setDate(e.target.value)} />
        </FormField>
      </div>
      {day && day !== date ? <DaysRead days={days} /> : null}
      <FormField label={t('publisher')}>
        <Input type="text" value={publisher} maxLength={400} onChange={e => setPublisher(e.target.value)} />
      </FormField>
      <Checkbox checked={special} onChange={e => setSpecial(e.target.checked)}>
        {t('special')}
      </Checkbox>
    </DialogFrame>
  )
}
