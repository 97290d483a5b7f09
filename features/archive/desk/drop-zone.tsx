import { FolderOpenOutlined, UploadOutlined } from '@ant-design/icons'
import { useMedia, useWindowDrop } from '@jianbao/ui'
import { Button } from 'antd'
import { useRef } from 'react'
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
  const over = useWindowDrop(({ items }) => void filesOfDrop(items).then(onFiles))
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
