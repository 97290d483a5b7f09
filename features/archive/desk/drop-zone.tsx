import { FolderOpenOutlined, UploadOutlined } from '@ant-design/icons'
import { useMedia } from '@jianbao/ui'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { filesOfDrop, filesOfFolder } from './dropped-files.ts'
import { importTexts } from './import.texts.ts'
import styles from './upload.module.css'

type DropZoneProps = { readonly onFiles: (files: readonly File[]) => void }

const kinds = '.txt,.docx,.doc,.pdf,.zip,text/plain,image/*'

/** Takes files and folders dropped anywhere on the page, or picked with the buttons. */
export function DropZone({ onFiles }: DropZoneProps) {
  const t = archiveTexts.useTexts()
  const ti = importTexts.useTexts()
  const input = useRef<HTMLInputElement>(null)
  const mouse = useMedia('(pointer: fine)')
  const over = useWindowDrop(onFiles)
  const choose = (folder: boolean) => {
    if (!input.current) return
    input.current.webkitdirectory = folder
    input.current.click()
  }
  return (
    <section className={styles['zone']} data-over={over} aria-label={t('chooseLabel')}>
      <p className={styles['zoneTitle']}>{over ? t('dropNow') : t('dropHere')}</p>
      <Button type="primary" icon={<UploadOutlined aria-hidden="true" />} onClick={() => choose(false)}>
        {t('choose')}
      </Button>
      {mouse ? (
        <Button icon={<FolderOpenOutlined aria-hidden="true" />} onClick={() => choose(true)}>
          {ti('chooseFolder')}
        </Button>
      ) : null}
      <p className={styles['zoneHint']}>{t('dropHint')}</p>
      <input
        ref={input}
        type="file"
        multiple
        accept={kinds}
        hidden
        aria-label={t('chooseLabel')}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          onFiles(event.target.webkitdirectory ? filesOfFolder(files) : files)
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
      if (event.dataTransfer) void filesOfDrop(event.dataTransfer.items).then(files => latest.current(files))
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
