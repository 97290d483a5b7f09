import { DownloadOutlined } from '@ant-design/icons'
import { formatSize, ProblemNotice, type ReceiveProgress, receiveFile } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import type { DownloadFormat, IssueSummary } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'

type Standard = 'ua-1' | 'a-2a'
const standards: readonly Standard[] = ['ua-1', 'a-2a']
const otherFormats: readonly DownloadFormat[] = ['docx', 'html', 'txt']

/** The issue as a file; the course of typesetting and receiving is shown. */
export function IssueDownloads({ issue }: { issue: Pick<IssueSummary, 'id' | 'may' | 'origin'> }) {
  const t = bulletinTexts.useTexts()
  const [standard, setStandard] = useState<Standard>('ua-1')
  const [press, setPress] = useState(false)
  const [course, setCourse] = useState<ReceiveProgress | null>(null)
  const download = useMutation({
    mutationFn: (format: DownloadFormat) => {
      setCourse(null)
      const options =
        format === 'pdf' ? { standard, red: press && standard === 'ua-1' ? 'press' : 'screen' } : {}
      return receiveFile(`/api/issues/${encodeURIComponent(issue.id)}/file`, {
        query: { format, ...options },
        onProgress: setCourse,
      })
    },
  })
  if (!issue.may.includes('download')) return null
  const button = (format: DownloadFormat) => (
    <Button
      key={format}
      icon={<DownloadOutlined aria-hidden="true" />}
      type={format === 'pdf' ? 'primary' : 'default'}
      loading={download.isPending && download.variables === format}
      disabled={download.isPending}
      onClick={() => download.mutate(format)}
    >
      {t(format)}
    </Button>
  )
  return (
    <section className={styles['card']} aria-labelledby="issue-download">
      <h2 id="issue-download">{t('download')}</h2>
      <div className={styles['buttons']}>
        {button('pdf')}
        {otherFormats.map(button)}
      </div>
      {issue.origin === 'composed' ? (
        <p className={styles['note']}>{t('frozenNote')}</p>
      ) : (
        <fieldset className={styles['options']}>
          <legend>{t('pdfStandard')}</legend>
          <Radio.Group
            aria-label={t('pdfStandard')}
            value={standard}
            onChange={event => setStandard(event.target.value === 'a-2a' ? 'a-2a' : 'ua-1')}
            options={standards.map(value => ({ value, label: t(`standard.${value}`) }))}
          />
          <Checkbox
            checked={press && standard === 'ua-1'}
            disabled={standard === 'a-2a'}
            onChange={event => setPress(event.target.checked)}
          >
            {t('pressRed')} <span className={styles['faint']}>{t('pressRedNote')}</span>
          </Checkbox>
        </fieldset>
      )}
      <p className={styles['course']} role="status">
        {download.isPending ? <CourseWords course={course} /> : null}
        {download.isSuccess ? t('saved', { file: download.data }) : null}
      </p>
      {download.error ? (
        <ProblemNotice error={download.error} onRetry={() => download.mutate(download.variables)} />
      ) : null}
    </section>
  )
}

function CourseWords({ course }: { course: ReceiveProgress | null }) {
  const t = bulletinTexts.useTexts()
  if (!course) return t('typesetting')
  const size = formatSize(course.receivedBytes)
  return course.totalBytes === null
    ? t('receiving', { size })
    : t('receivingOf', { size, total: formatSize(course.totalBytes) })
}
