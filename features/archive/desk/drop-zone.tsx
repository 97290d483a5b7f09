import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { archiveTexts } from './archive.texts.ts'
import styles from './upload.module.css'

type DropZoneProps = { readonly onFiles: (files: readonly File[]) => void }

/** Takes files dropped anywhere on the page, or picked with the button. */
export function DropZone({ onFiles }: DropZoneProps) {
  const t = archiveTexts.useTexts()
  const input = useRef<HTMLInputElement>(null)
  const over = useWindowDrop(onFiles)
  return (
    <section className={styles['zone']} data-over={over} aria-label={t('chooseLabel')}>
      <p className={styles['zoneTitle']}>{over ? t('dropNow') : t('dropHere')}</p>
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t('choose')}
      </Button>
      <p className={styles['zoneHint']}>{t('dropHint')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('chooseLabel')}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          // The same file may be picked again after a refusal.
          event.target.value = ''
        }}
      />
    </section>
  )
}

/** A file dropped beside the zone would replace the whole page: the window takes every drop. */
function useWindowDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}
