import { DownloadOutlined } from '@ant-design/icons'
import { ProblemNotice, receiveFile } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type CircularFormat, type CircularRecord, circularFormats } from '../../contract/index.ts'
import styles from './circular.module.css'
import { circularTexts } from './circular.texts.ts'

export function CircularDownloads({ circular }: { readonly circular: Pick<CircularRecord, 'id'> }) {
  const t = circularTexts.useTexts()
  const download = useMutation({
    mutationFn: (format: CircularFormat) =>
      receiveFile(`/api/circulars/${encodeURIComponent(circular.id)}/file`, { query: { format } }),
  })
  return (
    <section className={styles['card']} aria-labelledby="circular-download">
      <h2 id="circular-download">{t('download')}</h2>
      <div className={styles['buttons']}>
        {circularFormats.map(format => (
          <Button
            key={format}
            icon={<DownloadOutlined aria-hidden="true" />}
            loading={download.isPending && download.variables === format}
            disabled={download.isPending}
            onClick={() => download.mutate(format)}
          >
            {t(format)}
          </Button>
        ))}
      </div>
      <p className={styles['course']} role="status">
        {download.isPending
          ? t('typesetting')
          : download.isSuccess
            ? t('fileSaved', { file: download.data })
            : ''}
      </p>
      {download.error ? (
        <ProblemNotice error={download.error} onRetry={() => download.mutate(download.variables)} />
      ) : null}
    </section>
  )
}
