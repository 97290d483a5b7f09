import { ListSkeleton, ProblemNotice, useFocusBack, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { previewQuery } from './contest.queries.ts'
import { PaperQuestion } from './paper-question.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

/** A paper drawn for a look: as a player gets it, with what is right. */
export function PreviewDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = setupTexts.useTexts()
  const phone = usePhone()
  const preview = useQuery(previewQuery(id))
  useFocusBack()
  return (
    <Drawer
      open
      size={phone ? '100%' : 560}
      title={t('previewTitle')}
      onClose={onClose}
      footer={
        <div className={styles['buttons']}>
          <Button loading={preview.isFetching} onClick={() => void preview.refetch()}>
            {t('another')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      }
    >
      <p className={styles['note']}>{t('previewNote')}</p>
      {preview.error ? <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.isPending ? <ListSkeleton /> : null}
      {preview.data ? (
        <>
          <p className={styles['note']}>
            {t('paperTotal', { count: preview.data.questions.length, score: preview.data.fullScore })}
          </p>
          <ol className={styles['paper']}>
            {preview.data.questions.map(question => (
              <li key={question.stem}>
                <PaperQuestion question={question} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </Drawer>
  )
}
