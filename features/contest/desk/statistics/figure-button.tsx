import { ProblemNotice, useSending } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { ContestFigure } from '../../contract/index.ts'
import { CopySentence } from './copy-sentence.tsx'
import styles from './statistics.module.css'
import { takeFigure } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

/** 写入简报: keeps the measures as they stand and gives the sentence, with the address they are kept under. */
export function FigureButton({ id }: { readonly id: string }) {
  const t = statisticsTexts.useTexts()
  const [figure, setFigure] = useState<ContestFigure | null>(null)
  const [failed, setFailed] = useState(false)
  const taking = useSending(() => setFailed(false))
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    setFailed(true)
    await taking.send(async () => setFigure(await takeFigure(id)))
    setBusy(false)
  }
  return (
    <>
      <Button loading={busy} onClick={() => void take()}>
        {t('keepFigure')}
      </Button>
      {figure || (failed && taking.error) ? (
        <Modal
          open={true}
          title={figure ? t('figureKept') : t('keepFigure')}
          footer={null}
          onCancel={() => {
            setFigure(null)
            setFailed(false)
          }}
        >
          {figure ? (
            <div className={styles['dialog']}>
              <CopySentence sentence={figure.sentence} />
              <Link to="/contests/$id/figures/$figure" params={{ id, figure: figure.id }}>
                {t('openFigure')}
              </Link>
            </div>
          ) : (
            <ProblemNotice error={taking.error} onRetry={() => void take()} />
          )}
        </Modal>
      ) : null}
    </>
  )
}
